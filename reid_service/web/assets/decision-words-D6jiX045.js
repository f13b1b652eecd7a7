import{Gt as e,Jt as t,Kt as n,Nt as r,Ut as i,Wt as a,Zt as o,a as s,b as c,in as l,nn as u,rn as d}from"./words-wkC6vuRC.js";import{t as f}from"./fr-picture-7a8VXDMG.js";import"./term-bars-CC9TkOVw.js";var p=4,m=class extends e{constructor(...e){super(...e),this.first=null,this.second=null,this.terms=[],this.conclusion=``}static{this.styles=[r,o`
      .sides {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 20px;
        margin-bottom: 16px;
      }
      .crops {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: 8px;
        margin-top: 8px;
      }
      .conclusion {
        margin-bottom: 12px;
      }
    `]}render(){return t`<div class="sides">
        ${[this.first,this.second].map(e=>e?this.#e(e):n)}
      </div>
      ${this.conclusion?t`<p class="conclusion">${this.conclusion}</p>`:n}
      ${this.terms.length?t`<term-bars .terms=${this.terms}></term-bars>`:n}`}#e(e){let r=e.crops.filter(e=>e.has_picture).slice(0,p);return t`<div>
      <h3>${s(e.camera)}</h3>
      <div class="crops">
        ${r.map(n=>t`<fr-picture .src=${f(n.id)} alt=${e.camera}></fr-picture>`)}
        ${r.length===0?t`<fr-picture alt=${u(`picture.expired`)}></fr-picture>`:n}
      </div>
    </div>`}};c([i({attribute:!1})],m.prototype,`first`,void 0),c([i({attribute:!1})],m.prototype,`second`,void 0),c([i({attribute:!1})],m.prototype,`terms`,void 0),c([i()],m.prototype,`conclusion`,void 0),m=c([a(`evidence-view`)],m);function h(e){let t=e.changes.filter(e=>e.subject===`tracklet`&&e.field===`identity_id`).length;switch(e.kind){case`assign`:return g(e);case`merge`:return l(`decision.merge`,t);case`split`:return l(`decision.split`,t);case`rename`:return _(e);case`alias`:return v(e);case`hide`:case`expose`:case`picture`:return u(y(e)?`decision.${e.kind}`:`decision.${e.kind}Off`);default:return d(`decision.${e.kind}`,e.kind)}}function g(e){let[t]=e.explanation.candidates??[],n=t?.probability,r=e.outcome===null?`hand`:e.outcome;return r===`accept`&&n!==void 0?u(`decision.assign.acceptSure`,{percent:b(n)}):d(`decision.assign.${r}`,e.kind)}function _(e){let t=e.changes.find(e=>e.field===`name`)?.after;return t?u(`decision.rename`,{name:String(t)}):u(`decision.renameOff`)}function v(e){let t=e.changes.find(e=>e.field===`aliases`)?.after,n=Array.isArray(t)?t.join(`, `):``;return n?u(`decision.alias`,{names:n}):u(`decision.aliasOff`)}function y(e){return e.changes.some(e=>e.after===!0)}function b(e){let t=Math.min(99.9,100*e);return t>=99?t.toFixed(1):t.toFixed(0)}export{h as t};