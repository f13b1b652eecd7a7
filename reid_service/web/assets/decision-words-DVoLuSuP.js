import{Ht as e,Kt as t,Ut as n,Vt as r,Wt as i,Yt as a,a as o,en as s,jt as c,nn as l,tn as u,y as d}from"./words-begyc7o9.js";import{t as f}from"./fr-picture-DRI8j2hZ.js";import"./term-bars-DvbvbqJq.js";var p=4,m=class extends n{constructor(...e){super(...e),this.first=null,this.second=null,this.terms=[],this.conclusion=``}static{this.styles=[c,a`
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
        ${[this.first,this.second].map(e=>e?this.#e(e):i)}
      </div>
      ${this.conclusion?t`<p class="conclusion">${this.conclusion}</p>`:i}
      ${this.terms.length?t`<term-bars .terms=${this.terms}></term-bars>`:i}`}#e(e){let n=e.crops.filter(e=>e.has_picture).slice(0,p);return t`<div>
      <h3>${o(e.camera)}</h3>
      <div class="crops">
        ${n.map(n=>t`<fr-picture .src=${f(n.id)} alt=${e.camera}></fr-picture>`)}
        ${n.length===0?t`<fr-picture alt=${s(`picture.expired`)}></fr-picture>`:i}
      </div>
    </div>`}};d([r({attribute:!1})],m.prototype,`first`,void 0),d([r({attribute:!1})],m.prototype,`second`,void 0),d([r({attribute:!1})],m.prototype,`terms`,void 0),d([r()],m.prototype,`conclusion`,void 0),m=d([e(`evidence-view`)],m);function h(e){let t=e.changes.filter(e=>e.subject===`tracklet`&&e.field===`identity_id`).length;switch(e.kind){case`assign`:return g(e);case`merge`:return l(`decision.merge`,t);case`split`:return l(`decision.split`,t);case`rename`:return _(e);case`alias`:return v(e);case`hide`:case`expose`:case`picture`:return s(y(e)?`decision.${e.kind}`:`decision.${e.kind}Off`);default:return u(`decision.${e.kind}`,e.kind)}}function g(e){let[t]=e.explanation.candidates??[],n=t?.probability,r=e.outcome===null?`hand`:e.outcome;return r===`accept`&&n!==void 0?s(`decision.assign.acceptSure`,{percent:b(n)}):u(`decision.assign.${r}`,e.kind)}function _(e){let t=e.changes.find(e=>e.field===`name`)?.after;return t?s(`decision.rename`,{name:String(t)}):s(`decision.renameOff`)}function v(e){let t=e.changes.find(e=>e.field===`aliases`)?.after,n=Array.isArray(t)?t.join(`, `):``;return n?s(`decision.alias`,{names:n}):s(`decision.aliasOff`)}function y(e){return e.changes.some(e=>e.after===!0)}function b(e){let t=Math.min(99.9,100*e);return t>=99?t.toFixed(1):t.toFixed(0)}export{h as t};