import{Gt as e,Kt as t,Pt as n,Qt as r,Wt as i,Yt as a,x as o}from"./words-CSYP8CTQ.js";var s=class extends t{constructor(...e){super(...e),this.segments=[],this.value=``,this.label=``}static{this.styles=[n,r`
      :host {
        display: inline-block;
        max-width: 100%;
      }
      .all {
        display: flex;
        background: var(--surface-2);
        border-radius: 10px;
        padding: 3px;
        gap: 2px;
        overflow-x: auto;
        scrollbar-width: none;
      }
      label {
        position: relative;
        padding: 0 13px;
        line-height: 34px;
        border-radius: 8px;
        font-weight: 560;
        font-size: 14px;
        color: var(--ink-2);
        cursor: pointer;
        white-space: nowrap;
        flex: 1;
        text-align: center;
      }
      label:has(:checked) {
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow-1);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
      }
      input {
        position: absolute;
        opacity: 0;
        inset: 0;
        margin: 0;
        cursor: pointer;
      }
    `]}render(){return a`<div class="all" role="radiogroup" aria-label=${this.label}>
      ${this.segments.map(({value:e,label:t})=>a`<label
            ><input
              type="radio"
              name="segment"
              .checked=${e===this.value}
              value=${e}
              @change=${()=>this.#e(e)}
            />${t}</label
          >`)}
    </div>`}#e(e){this.value=e,this.dispatchEvent(new CustomEvent(`chosen`,{detail:e}))}};o([i({attribute:!1})],s.prototype,`segments`,void 0),o([i()],s.prototype,`value`,void 0),o([i()],s.prototype,`label`,void 0),s=o([e(`fr-segments`)],s);