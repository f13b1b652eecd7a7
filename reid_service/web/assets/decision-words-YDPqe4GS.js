import{Bt as e,Ft as t,It as n,Kt as r,Pt as i,Rt as a,Tt as o,Ut as s,Vt as c,a as l,g as u,zt as d}from"./words-BNtJ4LZz.js";import{t as f}from"./fr-picture--T81PWeK.js";import"./term-bars-ivJRS1qj.js";var p=4,m=class extends e{constructor(...e){super(...e),this.first=null,this.second=null,this.terms=[],this.conclusion=``}static{this.styles=[o,r`
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
    `]}render(){return s`<div class="sides">
        ${[this.first,this.second].map(e=>e?this.#e(e):c)}
      </div>
      ${this.conclusion?s`<p class="conclusion">${this.conclusion}</p>`:c}
      ${this.terms.length?s`<term-bars .terms=${this.terms}></term-bars>`:c}`}#e(e){let t=e.crops.filter(e=>e.has_picture).slice(0,p);return s`<div>
      <h3>${l(e.camera)}</h3>
      <div class="crops">
        ${t.map(t=>s`<fr-picture .src=${f(t.id)} alt=${e.camera}></fr-picture>`)}
        ${t.length===0?s`<fr-picture alt=${i(`picture.expired`)}></fr-picture>`:c}
      </div>
    </div>`}};u([a({attribute:!1})],m.prototype,`first`,void 0),u([a({attribute:!1})],m.prototype,`second`,void 0),u([a({attribute:!1})],m.prototype,`terms`,void 0),u([a()],m.prototype,`conclusion`,void 0),m=u([d(`evidence-view`)],m);function h(e){let r=e.changes.filter(e=>e.subject===`tracklet`&&e.field===`identity_id`).length;switch(e.kind){case`assign`:return g(e);case`merge`:return n(`decision.merge`,r);case`split`:return n(`decision.split`,r);case`rename`:return _(e);case`hide`:case`expose`:case`picture`:return i(v(e)?`decision.${e.kind}`:`decision.${e.kind}Off`);default:return t(`decision.${e.kind}`,e.kind)}}function g(e){let[n]=e.explanation.candidates??[],r=n?.probability,a=e.outcome===null?`hand`:e.outcome;return a===`accept`&&r!==void 0?i(`decision.assign.acceptSure`,{percent:y(r)}):t(`decision.assign.${a}`,e.kind)}function _(e){let t=e.changes.find(e=>e.field===`name`)?.after;return t?i(`decision.rename`,{name:String(t)}):i(`decision.renameOff`)}function v(e){return e.changes.some(e=>e.after===!0)}function y(e){let t=Math.min(99.9,100*e);return t>=99?t.toFixed(1):t.toFixed(0)}export{h as t};