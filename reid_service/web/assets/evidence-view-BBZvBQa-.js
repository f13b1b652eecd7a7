import{Dt as e,Et as t,Tt as n,bt as r,jt as i,kt as a,lt as o,m as s,r as c,wt as l}from"./index-XtaqyY8s.js";import{t as u}from"./fr-picture-D7V61Esp.js";import"./term-bars-BKFSuwoD.js";var d=4,f=class extends t{constructor(...e){super(...e),this.first=null,this.second=null,this.terms=[],this.conclusion=``}static{this.styles=[o,i`
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
        ${[this.first,this.second].map(t=>t?this.#e(t):e)}
      </div>
      ${this.conclusion?a`<p class="conclusion">${this.conclusion}</p>`:e}
      ${this.terms.length?a`<term-bars .terms=${this.terms}></term-bars>`:e}`}#e(t){let n=t.crops.filter(e=>e.has_picture).slice(0,d);return a`<div>
      <h3>${c(t.camera)}</h3>
      <div class="crops">
        ${n.map(e=>a`<fr-picture .src=${u(e.id)} alt=${t.camera}></fr-picture>`)}
        ${n.length===0?a`<fr-picture alt=${r(`picture.expired`)}></fr-picture>`:e}
      </div>
    </div>`}};s([l({attribute:!1})],f.prototype,`first`,void 0),s([l({attribute:!1})],f.prototype,`second`,void 0),s([l({attribute:!1})],f.prototype,`terms`,void 0),s([l()],f.prototype,`conclusion`,void 0),f=s([n(`evidence-view`)],f);