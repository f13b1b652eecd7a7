import{$t as e,Gt as t,Ht as n,Kt as r,Pt as i,Qt as a,Rt as o,S as s,Ut as c,Wt as l,Yt as u,at as d,qt as f,rn as p,x as m,zt as h}from"./words-CSYP8CTQ.js";var g=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function _(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return g(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return g(n,r,{get(){return a(this)}})}}var v=a`
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
`;function y(e,t){return Array.from({length:e},()=>u`<div class="bone ${t}" aria-hidden="true"></div>`)}var b=o(class extends h{render(e){return f}update(e,[t]){let{style:n}=e.element;for(let[e,r]of Object.entries(t))n.setProperty(e,r);return f}}),x=class extends r{constructor(...e){super(...e),this.src=null,this.alt=``,this.fit=`cover`,this.url=null,this.failed=!1,this.#e=null,this.#t=!1,this.#n=null,this.#r=null}#e;#t;#n;#r;static{this.styles=[i,a`
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
    `]}connectedCallback(){super.connectedCallback(),this.#n=new IntersectionObserver(e=>{e.some(e=>e.isIntersecting)&&(this.#t=!0,this.#n?.disconnect(),this.#i())},{rootMargin:`300px`}),this.#n.observe(this),this.#r=this.services.live.onState(e=>e&&this.#a())}disconnectedCallback(){super.disconnectedCallback(),this.#r?.(),this.#n?.disconnect(),this.#s(),this.#t=!1}updated(e){e.has(`src`)&&this.#t&&this.#i()}render(){if(this.url){let e=u`<img class="behind" src=${this.url} alt="" draggable="false" />`;return u`${this.fit===`whole`?e:f}
        <img
          src=${this.url}
          alt=${this.alt}
          draggable="false"
          @load=${e=>this.#o(e.target)}
        />`}if(this.src!==null&&!this.failed)return u``;let e=this.failed?d:s;return u`<div class="none" role="img" aria-label=${this.alt||p(`picture.none`)}>
      <fr-icon path=${e}></fr-icon><slot name="none"></slot>
    </div>`}async#i(){if(this.#e===this.src)return;this.#s();let e=this.src;if(this.failed=!1,e!==null){this.#e=e;try{let t=await this.services.pictures.acquire(e);this.#e===e&&(this.url=t)}catch{this.#e===e&&(this.failed=!0)}}}#a(){this.failed&&this.#t&&(this.#s(),this.#i())}#o({naturalWidth:e,naturalHeight:t}){let n=e/Math.max(1,t);this.dispatchEvent(new CustomEvent(`shown`,{detail:n}))}#s(){this.#e!==null&&this.services.pictures.release(this.#e),this.#e=null,this.url=null}};m([e({context:n})],x.prototype,`services`,void 0),m([l()],x.prototype,`src`,void 0),m([l()],x.prototype,`alt`,void 0),m([l({reflect:!0})],x.prototype,`fit`,void 0),m([c()],x.prototype,`url`,void 0),m([c()],x.prototype,`failed`,void 0),x=m([t(`fr-picture`)],x);function S(e){return e===null?null:`crops/${encodeURIComponent(e)}.jpg`}export{_ as a,v as i,b as n,g as o,y as r,S as t};