import{Lt as e,Mt as t,Nt as n,Pt as r,h as i,pt as a,zt as o}from"./index-D7vJLtRQ.js";var s=class extends r{constructor(...e){super(...e),this.tabs=[],this.current=``}static{this.styles=[a,o`
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
    `]}render(){return e`<div role="tablist" @keydown=${e=>this.#e(e)}>
      ${this.tabs.map(({name:t,label:n})=>e`<button
            role="tab"
            aria-selected=${t===this.current}
            tabindex=${t===this.current?0:-1}
            @click=${()=>this.#t(t)}
          >
            ${n}
          </button>`)}
    </div>`}#e(e){let t={ArrowRight:1,ArrowLeft:-1}[e.key];if(t===void 0)return;e.preventDefault();let n=this.tabs.length,r=(this.tabs.findIndex(({name:e})=>e===this.current)+t+n)%n;this.#t(this.tabs[r]?.name??``),this.renderRoot.querySelectorAll(`button`)[r]?.focus()}#t(e){this.dispatchEvent(new CustomEvent(`chosen`,{detail:e}))}};i([t({attribute:!1})],s.prototype,`tabs`,void 0),i([t()],s.prototype,`current`,void 0),s=i([n(`fr-tabs`)],s);