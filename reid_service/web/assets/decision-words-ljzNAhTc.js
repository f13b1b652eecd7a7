import{Gt as e,Kt as t,Pt as n,Qt as r,Wt as i,Yt as a,a as o,an as s,in as c,qt as l,rn as u,x as d}from"./words-CSYP8CTQ.js";import{t as f}from"./fr-picture-DPjzeCCH.js";import"./term-bars-YUUf_4Nf.js";var p=4,m=class extends t{constructor(...e){super(...e),this.first=null,this.second=null,this.terms=[],this.conclusion=``}static{this.styles=[n,r`
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
    `]}render(){return a`<div class="sides">
        ${[this.first,this.second].map(e=>e?this.#e(e):l)}
      </div>
      ${this.conclusion?a`<p class="conclusion">${this.conclusion}</p>`:l}
      ${this.terms.length?a`<term-bars .terms=${this.terms}></term-bars>`:l}`}#e(e){let t=e.crops.filter(e=>e.has_picture).slice(0,p);return a`<div>
      <h3>${o(e.camera)}</h3>
      <div class="crops">
        ${t.map(t=>a`<fr-picture .src=${f(t.id)} alt=${e.camera}></fr-picture>`)}
        ${t.length===0?a`<fr-picture alt=${u(`picture.expired`)}></fr-picture>`:l}
      </div>
    </div>`}};d([i({attribute:!1})],m.prototype,`first`,void 0),d([i({attribute:!1})],m.prototype,`second`,void 0),d([i({attribute:!1})],m.prototype,`terms`,void 0),d([i()],m.prototype,`conclusion`,void 0),m=d([e(`evidence-view`)],m);function h(e){let t=e.changes.filter(e=>e.subject===`tracklet`&&e.field===`identity_id`).length;switch(e.kind){case`assign`:return g(e);case`merge`:return s(`decision.merge`,t);case`split`:return s(`decision.split`,t);case`rename`:return _(e);case`alias`:return v(e);case`hide`:case`expose`:case`picture`:return u(y(e)?`decision.${e.kind}`:`decision.${e.kind}Off`);default:return c(`decision.${e.kind}`,e.kind)}}function g(e){let[t]=e.explanation.candidates??[],n=t?.probability,r=e.outcome===null?`hand`:e.outcome;return r===`accept`&&n!==void 0?u(`decision.assign.acceptSure`,{percent:b(n)}):c(`decision.assign.${r}`,e.kind)}function _(e){let t=e.changes.find(e=>e.field===`name`)?.after;return t?u(`decision.rename`,{name:String(t)}):u(`decision.renameOff`)}function v(e){let t=e.changes.find(e=>e.field===`aliases`)?.after,n=Array.isArray(t)?t.join(`, `):``;return n?u(`decision.alias`,{names:n}):u(`decision.aliasOff`)}function y(e){return e.changes.some(e=>e.after===!0)}function b(e){let t=Math.min(99.9,100*e);return t>=99?t.toFixed(1):t.toFixed(0)}export{h as t};