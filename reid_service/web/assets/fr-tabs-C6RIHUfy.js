import{Gt as e,Kt as t,Pt as n,Qt as r,Wt as i,Yt as a,x as o}from"./words-CSYP8CTQ.js";var s=class extends t{constructor(...e){super(...e),this.tabs=[],this.current=``}static{this.styles=[n,r`
      :host {
        display: block;
      }
      div {
        display: flex;
        gap: 26px;
        border-bottom: 1px solid var(--line);
        overflow-x: auto;
        scrollbar-width: none;
      }
      button {
        all: unset;
        font-weight: 580;
        color: var(--ink-3);
        padding: 10px 1px 11px;
        margin-bottom: -1px;
        border-bottom: 3px solid transparent;
        cursor: pointer;
        white-space: nowrap;
      }
      button:hover {
        color: var(--ink);
      }
      button[aria-selected='true'] {
        color: var(--ink);
        border-color: var(--accent);
      }
      button:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
    `]}render(){return a`<div role="tablist" @keydown=${e=>this.#e(e)}>
      ${this.tabs.map(({name:e,label:t})=>a`<button
            role="tab"
            aria-selected=${e===this.current}
            tabindex=${e===this.current?0:-1}
            @click=${()=>this.#t(e)}
          >
            ${t}
          </button>`)}
    </div>`}#e(e){let t={ArrowRight:1,ArrowLeft:-1}[e.key];if(t===void 0)return;e.preventDefault();let n=this.tabs.length,r=(this.tabs.findIndex(({name:e})=>e===this.current)+t+n)%n;this.#t(this.tabs[r]?.name??``),this.renderRoot.querySelectorAll(`button`)[r]?.focus()}#t(e){this.dispatchEvent(new CustomEvent(`chosen`,{detail:e}))}};o([i({attribute:!1})],s.prototype,`tabs`,void 0),o([i()],s.prototype,`current`,void 0),s=o([e(`fr-tabs`)],s);