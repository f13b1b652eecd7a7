import{Gt as e,Ht as t,Mt as n,Ut as r,Wt as i,Xt as a,a as o,nn as s,qt as c,rn as l,tn as u,y as d}from"./words-C_uNMI3r.js";import{t as f}from"./fr-picture-EoGOyFn8.js";import"./term-bars-DuQuW-lH.js";var p=4,m=class extends i{constructor(...e){super(...e),this.first=null,this.second=null,this.terms=[],this.conclusion=``}static{this.styles=[n,a`
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
    `]}render(){return c`<div class="sides">
        ${[this.first,this.second].map(t=>t?this.#e(t):e)}
      </div>
      ${this.conclusion?c`<p class="conclusion">${this.conclusion}</p>`:e}
      ${this.terms.length?c`<term-bars .terms=${this.terms}></term-bars>`:e}`}#e(t){let n=t.crops.filter(e=>e.has_picture).slice(0,p);return c`<div>
      <h3>${o(t.camera)}</h3>
      <div class="crops">
        ${n.map(e=>c`<fr-picture .src=${f(e.id)} alt=${t.camera}></fr-picture>`)}
        ${n.length===0?c`<fr-picture alt=${u(`picture.expired`)}></fr-picture>`:e}
      </div>
    </div>`}};d([t({attribute:!1})],m.prototype,`first`,void 0),d([t({attribute:!1})],m.prototype,`second`,void 0),d([t({attribute:!1})],m.prototype,`terms`,void 0),d([t()],m.prototype,`conclusion`,void 0),m=d([r(`evidence-view`)],m);function h(e){let t=e.changes.filter(e=>e.subject===`tracklet`&&e.field===`identity_id`).length;switch(e.kind){case`assign`:return g(e);case`merge`:return l(`decision.merge`,t);case`split`:return l(`decision.split`,t);case`rename`:return _(e);case`alias`:return v(e);case`hide`:case`expose`:case`picture`:return u(y(e)?`decision.${e.kind}`:`decision.${e.kind}Off`);default:return s(`decision.${e.kind}`,e.kind)}}function g(e){let[t]=e.explanation.candidates??[],n=t?.probability,r=e.outcome===null?`hand`:e.outcome;return r===`accept`&&n!==void 0?u(`decision.assign.acceptSure`,{percent:b(n)}):s(`decision.assign.${r}`,e.kind)}function _(e){let t=e.changes.find(e=>e.field===`name`)?.after;return t?u(`decision.rename`,{name:String(t)}):u(`decision.renameOff`)}function v(e){let t=e.changes.find(e=>e.field===`aliases`)?.after,n=Array.isArray(t)?t.join(`, `):``;return n?u(`decision.alias`,{names:n}):u(`decision.aliasOff`)}function y(e){return e.changes.some(e=>e.after===!0)}function b(e){let t=Math.min(99.9,100*e);return t>=99?t.toFixed(1):t.toFixed(0)}export{h as t};