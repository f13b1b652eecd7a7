import{Ct as e,Dt as t,St as n,Tt as r,_t as i,lt as a,m as o,r as s,wt as c,xt as l}from"./index-CigCHuP7.js";import{t as u}from"./fr-picture-Tf5HyyMN.js";import"./term-bars-CAI8Wmom.js";var d=4,f=class extends e{constructor(...e){super(...e),this.first=null,this.second=null,this.terms=[],this.conclusion=``}static{this.styles=[a,t`
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
    `]}render(){return r`<div class="sides">
        ${[this.first,this.second].map(e=>e?this.#e(e):c)}
      </div>
      ${this.conclusion?r`<p class="conclusion">${this.conclusion}</p>`:c}
      ${this.terms.length?r`<term-bars .terms=${this.terms}></term-bars>`:c}`}#e(e){let t=e.crops.filter(e=>e.has_picture).slice(0,d);return r`<div>
      <h3>${s(e.camera)}</h3>
      <div class="crops">
        ${t.map(t=>r`<fr-picture .src=${u(t.id)} alt=${e.camera}></fr-picture>`)}
        ${t.length===0?r`<fr-picture alt=${i(`picture.expired`)}></fr-picture>`:c}
      </div>
    </div>`}};o([l({attribute:!1})],f.prototype,`first`,void 0),o([l({attribute:!1})],f.prototype,`second`,void 0),o([l({attribute:!1})],f.prototype,`terms`,void 0),o([l()],f.prototype,`conclusion`,void 0),f=o([n(`evidence-view`)],f);