import{Bt as e,Dt as t,Ft as n,Lt as r,Mt as i,Nt as a,Ot as o,Pt as s,U as c,_t as l,g as u,h as d,jt as f,pt as p,vt as m,zt as h}from"./index-D7vJLtRQ.js";var g=h`
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
`;function _(e,t){return Array.from({length:e},()=>r`<div class="bone ${t}" aria-hidden="true"></div>`)}var v=l(class extends m{render(e){return n}update(e,[t]){let{style:r}=e.element;for(let[e,n]of Object.entries(t))r.setProperty(e,n);return n}}),y=class extends s{constructor(...e){super(...e),this.src=null,this.alt=``,this.fit=`cover`,this.url=null,this.failed=!1,this.#e=null,this.#t=!1,this.#n=null}#e;#t;#n;static{this.styles=[p,h`
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
    `]}connectedCallback(){super.connectedCallback(),this.#n=new IntersectionObserver(e=>{e.some(e=>e.isIntersecting)&&(this.#t=!0,this.#n?.disconnect(),this.#r())},{rootMargin:`300px`}),this.#n.observe(this)}disconnectedCallback(){super.disconnectedCallback(),this.#n?.disconnect(),this.#a(),this.#t=!1}updated(e){e.has(`src`)&&this.#t&&this.#r()}render(){if(this.url){let e=r`<img class="behind" src=${this.url} alt="" draggable="false" />`;return r`${this.fit===`whole`?e:n}
        <img
          src=${this.url}
          alt=${this.alt}
          draggable="false"
          @load=${e=>this.#i(e.target)}
        />`}if(this.src!==null&&!this.failed)return r``;let e=this.failed?c:u;return r`<div class="none" role="img" aria-label=${this.alt||o(`picture.none`)}>
      <fr-icon path=${e}></fr-icon><slot name="none"></slot>
    </div>`}async#r(){if(this.#e===this.src)return;this.#a();let e=this.src;if(this.failed=!1,e!==null){this.#e=e;try{let t=await this.services.pictures.acquire(e);this.#e===e&&(this.url=t)}catch{this.#e===e&&(this.failed=!0)}}}#i({naturalWidth:e,naturalHeight:t}){let n=e/Math.max(1,t);this.dispatchEvent(new CustomEvent(`shown`,{detail:n}))}#a(){this.#e!==null&&this.services.pictures.release(this.#e),this.#e=null,this.url=null}};d([e({context:t})],y.prototype,`services`,void 0),d([i()],y.prototype,`src`,void 0),d([i()],y.prototype,`alt`,void 0),d([i({reflect:!0})],y.prototype,`fit`,void 0),d([f()],y.prototype,`url`,void 0),d([f()],y.prototype,`failed`,void 0),y=d([a(`fr-picture`)],y);function b(e){return e===null?null:`crops/${encodeURIComponent(e)}.jpg`}export{g as i,v as n,_ as r,b as t};