import{Ft as e,Gt as t,Pt as n,Qt as r,Ut as i,Wt as a,Yt as o,Zt as s,a as c,an as l,b as u,lt as d,qt as f,rn as p,ut as m,x as h}from"./words-CSYP8CTQ.js";import{a as g}from"./fr-picture-DPjzeCCH.js";function _(e,t,n,r){let i=Math.min(359.9,Math.max(1,n))/2,a=v(e,t-i,r),o=v(e,t+i,r),s=+(n>180);return`M${b(e)}L${b(a)}A${x(r)} ${x(r)} 0 ${s} 1 ${b(o)}Z`}function v(e,t,n){let r=t*Math.PI/180;return{x:e.x+n*Math.sin(r),y:e.y-n*Math.cos(r)}}function y(e,t){return(Math.atan2(t.x-e.x,e.y-t.y)*180/Math.PI+360)%360}function b(e){return`${x(e.x)} ${x(e.y)}`}function x(e){return Math.round(e*100)/100}var S=8;function C(e,t){return{x:0,y:0,width:e,height:t}}function w(e,t,n,r){let i=Math.min(t.width,Math.max(t.width/S,e.width/n)),a=i/e.width;return E({x:r.x-(r.x-e.x)*a,y:r.y-(r.y-e.y)*a,width:i,height:e.height*a},t)}function T(e,t,n,r){return E({...e,x:e.x+n,y:e.y+r},t)}function E(e,t){return{...e,x:Math.min(t.x+t.width-e.width,Math.max(t.x,e.x)),y:Math.min(t.y+t.height-e.height,Math.max(t.y,e.y))}}function D(e){if(e===null)return f;let t=p(`plan.northIs`,{degrees:Math.round(e)});return o`<svg class="north" viewBox="0 0 44 44" role="img" aria-label=${t}>
    <circle cx="22" cy="22" r="21"></circle>
    <g transform="rotate(${e} 22 22)">
      <path d="M22 4l7 18h-7z"></path>
      <path d="M22 4l-7 18h7z"></path>
      <text x="22" y="36" transform="rotate(${-e} 22 32)">${p(`plan.northLetter`)}</text>
    </g>
  </svg>`}var O=.62;function k(e,t){let n=[],r=new Set;for(let[i,a]of[...e].sort(([,e],[,t])=>e.y-t.y||e.x-t.x))n.some(([e,n])=>{let r=(i.length+e.length)/2*O*t;return Math.abs(n.x-a.x)<r&&Math.abs(n.y-a.y)<1.1*t})?r.add(i):n.push([i,a]);return r}var A=[n,e,r`
    :host {
      display: block;
      min-width: 0;
    }
    .frame {
      position: relative;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      overflow: hidden;
      background: var(--surface);
    }
    svg.plan {
      display: block;
      width: 100%;
      max-height: var(--plan-height, 62vh);
      touch-action: pan-y;
      user-select: none;
    }
    .paper {
      fill: var(--surface);
    }
    @media (prefers-color-scheme: dark) {
      .picture {
        filter: brightness(0.62);
      }
    }
    .cone {
      fill: var(--accent);
      fill-opacity: 0.13;
      stroke: var(--accent);
      stroke-opacity: 0.35;
      vector-effect: non-scaling-stroke;
    }
    .camera circle {
      fill: var(--surface);
      stroke: var(--ink-2);
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    text {
      fill: var(--ink-2);
      text-anchor: middle;
      font-family: var(--font);
      font-weight: 560;
      paint-order: stroke;
      stroke: var(--surface);
      stroke-width: 4px;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    .dim {
      opacity: 0.35;
    }
    .route {
      fill: none;
      stroke: var(--route);
      stroke-width: 3.5;
      stroke-linecap: round;
      vector-effect: non-scaling-stroke;
    }
    .route.dashed {
      stroke-dasharray: 9 8;
    }
    .route.dotted {
      stroke-dasharray: 0.1 9;
      opacity: 0.65;
    }
    .branch path {
      fill: none;
      stroke: var(--route);
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-dasharray: 0.1 5;
      vector-effect: non-scaling-stroke;
    }
    .trail {
      fill: none;
      stroke: var(--route);
      stroke-width: 2.5;
      opacity: 0.75;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    .stop .ring {
      fill: var(--route);
      stroke: var(--surface);
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    .stop text {
      fill: var(--accent-ink);
      stroke: none;
      font-weight: 680;
    }
    .stop,
    .bubble {
      cursor: pointer;
    }
    .stop.chosen .ring {
      stroke: var(--ink);
      stroke-width: 3;
    }
    .walker {
      fill: var(--ink);
      stroke: var(--surface);
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
    }
    .edge {
      stroke: var(--line-strong);
      stroke-width: 1.5;
      fill: none;
      opacity: 0.6;
      vector-effect: non-scaling-stroke;
    }
    .edge.forbidden {
      stroke: var(--bad);
      stroke-dasharray: 4 6;
    }
    .passage rect {
      fill: var(--surface);
      stroke: var(--accent);
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    .passage path {
      fill: var(--accent-text);
    }
    .paths polyline {
      fill: none;
      stroke: var(--route);
      stroke-width: 2;
      opacity: 0.6;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    .north {
      position: absolute;
      left: 10px;
      top: 10px;
      width: 44px;
      height: 44px;
      pointer-events: none;
    }
    .north circle {
      fill: var(--surface);
      stroke: var(--line);
    }
    .north path {
      fill: var(--bad);
    }
    .north path + path {
      fill: var(--ink-3);
    }
    .north text {
      font-size: 12px;
      font-weight: 680;
      stroke: none;
    }
    .reach {
      stroke: var(--accent);
      stroke-width: 1.5;
      stroke-dasharray: 4 4;
      vector-effect: non-scaling-stroke;
    }
    .chosen {
      fill: var(--accent);
      stroke: var(--surface);
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
      cursor: move;
    }
    .tip {
      fill: var(--surface);
      stroke: var(--accent);
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
      cursor: grab;
    }
    .ruler {
      stroke: var(--bad);
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
    }
    .end {
      fill: var(--bad);
    }
    .pair circle {
      fill: var(--bad);
      stroke: #fff;
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    .pair text {
      fill: #fff;
      stroke: none;
      font-weight: 680;
    }
    .miss {
      stroke: var(--bad);
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    .bubble circle {
      fill: var(--surface);
      stroke: var(--route);
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
    }
    .bubble image {
      clip-path: circle(50%);
    }
    .bubble.others circle {
      stroke: var(--line-strong);
    }
    .bubble text {
      fill: var(--ink);
    }
    .zoom {
      position: absolute;
      right: 10px;
      top: 10px;
      display: grid;
      gap: 6px;
    }
    .zoom button {
      min-height: 36px;
      width: 36px;
    }
    .hint {
      padding: 8px 16px 10px;
      border-top: 1px solid var(--line);
      font-size: 13px;
      color: var(--ink-3);
    }
  `],j=6.4,M=class extends u{constructor(...e){super(...e),this.layer=()=>f,this.lit=null,this.label=``,this.cones=!0,this.unplaced=[],this.view=null,this.picture=null,this.width=600,this.#e={observer:null,height:400},this.#t=null,this.#n=null,this.#r=!1,this.#i=!1,this.#a=new Map}#e;#t;#n;#r;#i;#a;static{this.styles=A}willUpdate(e){if(!e.has(`places`))return;let t=e.get(`places`),{width:n,height:r,floor:i}=this.places;(t?.width!==n||t.height!==r)&&(this.view=C(n,r)),t?.floor!==i&&this.#_()}firstUpdated(){this.#e.observer=new ResizeObserver(([e])=>{this.#e.height=e?.contentRect.height??400,this.width=e?.contentRect.width??600}),this.#e.observer.observe(this.drawing)}disconnectedCallback(){super.disconnectedCallback(),this.#e.observer?.disconnect(),this.#v()}get unit(){let{width:e,height:t}=this.view??this.places,n=t/Math.max(1,this.#e.height);return j*Math.max(e/Math.max(1,this.width),n)}render(){let e=this.view??C(this.places.width,this.places.height),{unit:t}=this;return o`<div class="frame">
      <svg
        class="plan"
        viewBox="${e.x} ${e.y} ${e.width} ${e.height}"
        role="img"
        aria-label=${this.label||p(`plan.label`)}
        @wheel=${e=>this.#d(e)}
        @pointerdown=${e=>this.#f(e)}
        @pointermove=${e=>this.#p(e)}
        @pointerup=${e=>this.#m(e)}
        @pointercancel=${e=>this.#a.delete(e.pointerId)}
      >
        ${this.#o()} ${this.#s(t)} ${this.layer(t)}
      </svg>
      ${D(this.places.floor?.north_deg??null)}
      <div class="zoom">
        ${this.#l(1.5,m,p(`plan.closer`))}
        ${this.#l(1/1.5,d,p(`plan.further`))}
      </div>
      ${this.places.schematic?o`<p class="hint">${p(`plan.schematic`)}</p>`:f}
      ${this.unplaced.length?o`<p class="hint">${l(`plan.unplaced`,this.unplaced.length,{legs:this.unplaced.join(`, `)})}</p>`:f}
    </div>`}#o(){let{width:e,height:t}=this.places;return this.picture?s`<image class="picture" href=${this.picture} width=${e} height=${t}></image>`:s`<rect class="paper" width=${e} height=${t}></rect>`}#s(e){let t=this.cones?this.places.placements.map(e=>s`<path class="cone ${this.#c(e.camera)}"
              d=${_(e,e.heading_deg,e.view_deg,e.range_units)}></path>`):[],n=e*2.3,r=k(this.places.at,n),i=[...this.places.at].map(([t,i])=>s`<g class="camera ${this.#c(t)}">
          <circle cx=${i.x} cy=${i.y} r=${e*1.1}></circle>
          <text x=${i.x} y=${i.y+e*(r.has(t)?-2.8:4.6)} font-size=${n}>${c(t)}</text>
        </g>`);return[...t,...i]}#c(e){return this.lit!==null&&!this.lit.has(e)?`dim`:``}#l(e,t,n){return o`<button class="icon" aria-label=${n} title=${n} @click=${()=>this.#u(e)}>
      <fr-icon path=${t}></fr-icon>
    </button>`}#u(e,t){let n=this.view??C(this.places.width,this.places.height),r={x:n.x+n.width/2,y:n.y+n.height/2},i=C(this.places.width,this.places.height);this.view=w(n,i,e,t??r)}#d(e){(e.ctrlKey||e.metaKey)&&(e.preventDefault(),this.#u(Math.exp(-e.deltaY/200),this.#g(e)))}#f(e){this.#a.set(e.pointerId,{x:e.clientX,y:e.clientY}),this.#n=this.#g(e),this.#r=!1,this.#i=!this.#h(`grab`,this.#n),this.#i&&this.drawing.setPointerCapture(e.pointerId)}#p(e){let t=this.#a.get(e.pointerId);if(t===void 0||this.view===null)return;let n={x:e.clientX,y:e.clientY};if(this.#i){this.#r||=N(n,t)>3,this.#r&&this.#h(`drag`,this.#g(e));return}let[r]=[...this.#a].filter(([t])=>t!==e.pointerId);if(r){let i=N(n,r[1])/Math.max(1,N(t,r[1]));this.#u(i,this.#g(e))}else if(this.#n&&(this.#r||N(n,t)>3)){this.#r=!0;let t=this.#g(e),n=C(this.places.width,this.places.height);this.view=T(this.view,n,this.#n.x-t.x,this.#n.y-t.y)}else return;this.#a.set(e.pointerId,n)}#m(e){this.#a.delete(e.pointerId);let t=this.#g(e);this.#i&&this.#h(`drop`,t),this.#i=!1,this.#r||this.#h(`press`,t)}#h(e,t){return this.dispatchEvent(new CustomEvent(e,{detail:t,cancelable:!0}))}#g(e){return this.toPlan(e.clientX,e.clientY)}toPlan(e,t){let n=this.drawing.getScreenCTM()?.inverse(),{x:r,y:i}=new DOMPoint(e,t).matrixTransform(n);return{x:r,y:i}}async#_(){this.#v();let{floor:e}=this.places;if(!e?.has_picture)return;let t=`floors/${encodeURIComponent(e.id)}/picture`;this.#t=t;try{let e=await this.services.pictures.acquire(t);this.#t===t&&(this.picture=e)}catch{}}#v(){this.#t!==null&&this.services.pictures.release(this.#t),this.#t=null,this.picture=null}};h([a({attribute:!1})],M.prototype,`places`,void 0),h([a({attribute:!1})],M.prototype,`layer`,void 0),h([a({attribute:!1})],M.prototype,`lit`,void 0),h([a()],M.prototype,`label`,void 0),h([a({type:Boolean})],M.prototype,`cones`,void 0),h([a({attribute:!1})],M.prototype,`unplaced`,void 0),h([i()],M.prototype,`view`,void 0),h([i()],M.prototype,`picture`,void 0),h([i()],M.prototype,`width`,void 0),h([g(`svg.plan`)],M.prototype,`drawing`,void 0),M=h([t(`fr-plan`)],M);function N(e,t){return Math.hypot(e.x-t.x,e.y-t.y)}export{y as t};