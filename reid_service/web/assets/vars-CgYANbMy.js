import{$ as e,O as t,Q as n,bt as r,dt as i,ft as a,gt as o,m as s,mt as c,nt as l,ot as u,p as d,pt as f,rt as p,st as m,ut as h,yt as g,z as _}from"./words-B-24pnu_.js";var v=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function y(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return v(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return v(n,r,{get(){return a(this)}})}}var b=class{constructor(e,t){this.keys=t,e.addController(this)}hostConnected(){window.addEventListener(`keydown`,this.#e)}hostDisconnected(){window.removeEventListener(`keydown`,this.#e)}#e=e=>{if(e.ctrlKey||e.metaKey||e.altKey||e.defaultPrevented)return;let t=e.composedPath()[0];if(t instanceof Element&&(x(t)||S(e)))return;let n=this.keys()[e.key.length===1?e.key.toLowerCase():e.key];n!==void 0&&(e.preventDefault(),n(e))}};function x(e){return e instanceof HTMLInputElement?![`checkbox`,`button`].includes(e.type):e instanceof HTMLTextAreaElement||e instanceof HTMLSelectElement}function S(e){return e.composedPath().some(e=>e instanceof HTMLDialogElement)}var C=g`
  .bone {
    background: var(--surface-3);
    border-radius: var(--radius-s);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }
  }
`;function w(e,t){return Array.from({length:e},()=>o`<div class="bone ${t}" aria-hidden="true"></div>`)}var T=class extends f{constructor(...e){super(...e),this.src=null,this.alt=``,this.fit=`cover`,this.url=null,this.failed=!1,this.#e=null,this.#t=!1,this.#n=null}#e;#t;#n;static{this.styles=[n,g`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
        background: var(--surface-3);
        border-radius: var(--picture-radius, var(--radius-s));
        aspect-ratio: var(--picture-ratio, 3 / 4);
      }
      img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: cover;
        object-position: 50% 0;
        display: block;
        animation: come 160ms ease-out;
      }
      :host([fit='whole']) img:not(.behind) {
        object-fit: contain;
        object-position: 50% 50%;
      }
      .behind {
        filter: blur(18px) brightness(0.8);
        transform: scale(1.15);
      }
      .none {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 4px;
        color: var(--ink-3);
        --icon-size: min(40px, 45cqw);
        font-size: 12.5px;
        text-align: center;
        padding: 6px;
        container-type: inline-size;
      }
      @keyframes come {
        from {
          opacity: 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        img {
          animation: none;
        }
      }
    `]}connectedCallback(){super.connectedCallback(),this.#n=new IntersectionObserver(e=>{e.some(e=>e.isIntersecting)&&(this.#t=!0,this.#n?.disconnect(),this.#r())},{rootMargin:`300px`}),this.#n.observe(this)}disconnectedCallback(){super.disconnectedCallback(),this.#n?.disconnect(),this.#i(),this.#t=!1}updated(e){e.has(`src`)&&this.#t&&this.#r()}render(){if(this.url)return o`${this.fit===`whole`?o`<img class="behind" src=${this.url} alt="" draggable="false" />`:c}<img src=${this.url} alt=${this.alt} draggable="false" />`;if(this.src!==null&&!this.failed)return o``;let e=this.failed?_:s;return o`<div class="none" role="img" aria-label=${this.alt||m(`picture.none`)}>
      <fr-icon path=${e}></fr-icon><slot name="none"></slot>
    </div>`}async#r(){if(this.#e===this.src)return;this.#i();let e=this.src;if(this.failed=!1,e!==null){this.#e=e;try{let t=await this.services.pictures.acquire(e);this.#e===e&&(this.url=t)}catch{this.#e===e&&(this.failed=!0)}}}#i(){this.#e!==null&&this.services.pictures.release(this.#e),this.#e=null,this.url=null}};d([r({context:u})],T.prototype,`services`,void 0),d([i()],T.prototype,`src`,void 0),d([i()],T.prototype,`alt`,void 0),d([i({reflect:!0})],T.prototype,`fit`,void 0),d([h()],T.prototype,`url`,void 0),d([h()],T.prototype,`failed`,void 0),T=d([a(`fr-picture`)],T);function E(e){return e===null?null:`crops/${encodeURIComponent(e)}.jpg`}var D=class extends f{constructor(...e){super(...e),this.heading=``,this.wide=!1}static{this.styles=[n,e,g`
      dialog {
        border: 1px solid var(--line);
        border-radius: 18px;
        padding: 0;
        width: min(480px, calc(100vw - 32px));
        max-height: min(86dvh, 900px);
        color: var(--ink);
        background: var(--surface);
        box-shadow: var(--shadow-2);
        overflow: auto;
      }
      :host([wide]) dialog {
        width: min(820px, calc(100vw - 32px));
      }
      dialog::backdrop {
        background: rgb(10 14 20 / 50%);
      }
      header {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 16px 12px 6px 24px;
        position: sticky;
        top: 0;
        background: var(--surface);
        z-index: 1;
      }
      header h2 {
        flex: 1;
      }
      .body {
        padding: 6px 24px 20px;
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 10px;
        padding: 14px 24px 20px;
        position: sticky;
        bottom: 0;
        background: var(--surface);
      }
      @media (max-width: 600px) {
        dialog,
        :host([wide]) dialog {
          width: 100vw;
          max-width: 100vw;
          margin: auto 0 0;
          border-radius: 18px 18px 0 0;
          max-height: 92dvh;
        }
      }
    `]}firstUpdated(){this.dialog.showModal()}render(){return o`<dialog
      aria-labelledby="heading"
      @cancel=${e=>{e.preventDefault(),this.#e()}}
      @click=${e=>{e.target===this.dialog&&this.#e()}}
    >
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="quiet icon" aria-label=${m(`action.close`)} @click=${()=>this.#e()}>
          <fr-icon path=${t}></fr-icon>
        </button>
      </header>
      <div class="body"><slot></slot></div>
      <footer><slot name="actions"></slot></footer>
    </dialog>`}#e(){this.dispatchEvent(new CustomEvent(`closed`))}};d([i()],D.prototype,`heading`,void 0),d([i({type:Boolean,reflect:!0})],D.prototype,`wide`,void 0),d([y(`dialog`)],D.prototype,`dialog`,void 0),D=d([a(`fr-dialog`)],D);var O=l(class extends p{render(e){return c}update(e,[t]){let{style:n}=e.element;for(let[e,r]of Object.entries(t))n.setProperty(e,r);return c}});export{b as a,C as i,E as n,y as o,w as r,v as s,O as t};