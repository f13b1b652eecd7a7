import{Gt as e,Kt as t,Pt as n,Qt as r,Wt as i,Yt as a,in as o,qt as s,x as c}from"./words-CSYP8CTQ.js";import{n as l}from"./fr-picture-DPjzeCCH.js";var u=new Set([`appearance`,`time_place`,`face`]),d=Math.log(1e3),f=class extends t{constructor(...e){super(...e),this.terms=[],this.all=!1}static{this.styles=[n,r`
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
    `]}render(){let e=this.all?this.terms:this.terms.filter(e=>p(e.name));return a`<dl>${e.map(e=>this.#e(e))}</dl>`}#e(e){let t=u.has(e.name)&&typeof e.value==`number`?e.value:null;return a`<div class="term">
      <dt>${o(`term.${e.name}`,e.name)}</dt>
      <dd>
        ${t===null?s:a`<div class="scale" role="presentation">
              <div
                class="fill ${t<0?`against`:``}"
                ${l({"--w":`${50*Math.min(1,Math.abs(t)/d)}%`})}
              ></div>
            </div>`}
      </dd>
      <dd class="words">${e.words}</dd>
    </div>`}};c([i({attribute:!1})],f.prototype,`terms`,void 0),c([i({type:Boolean})],f.prototype,`all`,void 0),f=c([e(`term-bars`)],f);function p(e){return u.has(e)||e===`probability`}