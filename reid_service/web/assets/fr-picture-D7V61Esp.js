import{B as e,Ct as t,Dt as n,Et as r,Mt as i,Tt as a,bt as o,h as s,jt as c,kt as l,lt as u,m as d,mt as f,pt as p,wt as m,yt as h}from"./index-XtaqyY8s.js";var g=c`
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
`;function _(e,t){return Array.from({length:e},()=>l`<div class="bone ${t}" aria-hidden="true"></div>`)}var v=p(class extends f{render(e){return n}update(e,[t]){let{style:r}=e.element;for(let[e,n]of Object.entries(t))r.setProperty(e,n);return n}}),y=class extends r{constructor(...e){super(...e),this.src=null,this.alt=``,this.fit=`cover`,this.url=null,this.failed=!1,this.#e=null,this.#t=!1,this.#n=null}#e;#t;#n;static{this.styles=[u,c`
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
    `]}connectedCallback(){super.connectedCallback(),this.#n=new IntersectionObserver(e=>{e.some(e=>e.isIntersecting)&&(this.#t=!0,this.#n?.disconnect(),this.#r())},{rootMargin:`300px`}),this.#n.observe(this)}disconnectedCallback(){super.disconnectedCallback(),this.#n?.disconnect(),this.#a(),this.#t=!1}updated(e){e.has(`src`)&&this.#t&&this.#r()}render(){if(this.url){let e=l`<img class="behind" src=${this.url} alt="" draggable="false" />`;return l`${this.fit===`whole`?e:n}
        <img
          src=${this.url}
          alt=${this.alt}
          draggable="false"
          @load=${e=>this.#i(e.target)}
        />`}if(this.src!==null&&!this.failed)return l``;let t=this.failed?e:s;return l`<div class="none" role="img" aria-label=${this.alt||o(`picture.none`)}>
      <fr-icon path=${t}></fr-icon><slot name="none"></slot>
    </div>`}async#r(){if(this.#e===this.src)return;this.#a();let e=this.src;if(this.failed=!1,e!==null){this.#e=e;try{let t=await this.services.pictures.acquire(e);this.#e===e&&(this.url=t)}catch{this.#e===e&&(this.failed=!0)}}}#i({naturalWidth:e,naturalHeight:t}){let n=e/Math.max(1,t);this.dispatchEvent(new CustomEvent(`shown`,{detail:n}))}#a(){this.#e!==null&&this.services.pictures.release(this.#e),this.#e=null,this.url=null}};d([i({context:h})],y.prototype,`services`,void 0),d([m()],y.prototype,`src`,void 0),d([m()],y.prototype,`alt`,void 0),d([m({reflect:!0})],y.prototype,`fit`,void 0),d([t()],y.prototype,`url`,void 0),d([t()],y.prototype,`failed`,void 0),y=d([a(`fr-picture`)],y);function b(e){return e===null?null:`crops/${encodeURIComponent(e)}.jpg`}export{g as i,v as n,_ as r,b as t};