import{Gt as e,Jt as t,Kt as n,Nt as r,Ut as i,Wt as a,Zt as o,b as s,rn as c}from"./words-wkC6vuRC.js";import{n as l}from"./fr-picture-7a8VXDMG.js";var u=new Set([`appearance`,`time_place`,`face`]),d=Math.log(1e3),f=class extends e{constructor(...e){super(...e),this.terms=[],this.all=!1}static{this.styles=[r,o`
      dl {
        display: grid;
        gap: 10px;
      }
      .term {
        display: grid;
        grid-template-columns: 118px minmax(60px, 150px) minmax(0, 1fr);
        gap: 14px;
        align-items: center;
      }
      dt {
        font-weight: 560;
      }
      dd.words {
        color: var(--ink-2);
      }
      .scale {
        height: 10px;
        border-radius: 5px;
        background: var(--surface-3);
        position: relative;
      }
      .scale::before {
        content: '';
        position: absolute;
        left: 50%;
        top: -3px;
        bottom: -3px;
        border-left: 2px solid var(--line-strong);
      }
      .fill {
        position: absolute;
        top: 0;
        bottom: 0;
        left: 50%;
        width: var(--w);
        background: var(--good);
        border-radius: 0 5px 5px 0;
      }
      .fill.against {
        left: auto;
        right: 50%;
        background: var(--bad);
        border-radius: 5px 0 0 5px;
      }
      @media (max-width: 560px) {
        .term {
          grid-template-columns: 1fr 110px;
          gap: 4px 12px;
        }
        dd.words {
          grid-column: 1 / -1;
        }
      }
    `]}render(){let e=this.all?this.terms:this.terms.filter(e=>p(e.name));return t`<dl>${e.map(e=>this.#e(e))}</dl>`}#e(e){let r=u.has(e.name)&&typeof e.value==`number`?e.value:null;return t`<div class="term">
      <dt>${c(`term.${e.name}`,e.name)}</dt>
      <dd>
        ${r===null?n:t`<div class="scale" role="presentation">
              <div
                class="fill ${r<0?`against`:``}"
                ${l({"--w":`${50*Math.min(1,Math.abs(r)/d)}%`})}
              ></div>
            </div>`}
      </dd>
      <dd class="words">${e.words}</dd>
    </div>`}};s([i({attribute:!1})],f.prototype,`terms`,void 0),s([i({type:Boolean})],f.prototype,`all`,void 0),f=s([a(`term-bars`)],f);function p(e){return u.has(e)||e===`probability`}