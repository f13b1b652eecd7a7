import{Ft as e,Lt as t,Mt as n,Nt as r,Ot as i,Pt as a,h as o,i as s,pt as c,zt as l}from"./index-D7vJLtRQ.js";import{t as u}from"./fr-picture-CeWy3Spo.js";import"./term-bars-BXUoH8vb.js";var d=4,f=class extends a{constructor(...e){super(...e),this.first=null,this.second=null,this.terms=[],this.conclusion=``}static{this.styles=[c,l`
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
        ${[this.first,this.second].map(t=>t?this.#e(t):e)}
      </div>
      ${this.conclusion?t`<p class="conclusion">${this.conclusion}</p>`:e}
      ${this.terms.length?t`<term-bars .terms=${this.terms}></term-bars>`:e}`}#e(n){let r=n.crops.filter(e=>e.has_picture).slice(0,d);return t`<div>
      <h3>${s(n.camera)}</h3>
      <div class="crops">
        ${r.map(e=>t`<fr-picture .src=${u(e.id)} alt=${n.camera}></fr-picture>`)}
        ${r.length===0?t`<fr-picture alt=${i(`picture.expired`)}></fr-picture>`:e}
      </div>
    </div>`}};o([n({attribute:!1})],f.prototype,`first`,void 0),o([n({attribute:!1})],f.prototype,`second`,void 0),o([n({attribute:!1})],f.prototype,`terms`,void 0),o([n()],f.prototype,`conclusion`,void 0),f=o([r(`evidence-view`)],f);