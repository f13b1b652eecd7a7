import{$ as e,D as t,E as n,F as r,G as i,H as a,I as o,J as s,K as c,L as l,M as u,N as ee,O as te,P as d,Q as f,R as ne,St as re,Tt as p,U as ie,V as ae,Y as oe,Z as se,_ as ce,a as m,at as h,c as le,ct as ue,d as de,dt as g,et as _,f as v,ft as y,gt as b,h as fe,i as pe,l as x,lt as S,mt as C,n as me,o as w,p as T,pt as E,q as he,r as D,s as ge,st as O,tt as k,ut as A,v as _e,vt as j,x as ve,y as ye,yt as M}from"./words-BPFVvzIr.js";import{a as be,i as xe,n as N,o as P,r as F}from"./vars-BkNLuy1H.js";import{t as Se}from"./index-UmSV14EH.js";import"./fr-timeline-BMsUB2Im.js";import"./term-bars-D9sruE0S.js";var I=class extends E{constructor(...e){super(...e),this.items=[],this.label=``}static{this.styles=[f,e,M`
      :host {
        display: inline-block;
      }
      .list {
        position: fixed;
        margin: 0;
        inset: auto;
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 6px;
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow-2);
        min-width: 190px;
      }
      .list button {
        display: flex;
        width: 100%;
        justify-content: flex-start;
        font-weight: 480;
      }
    `]}render(){return b`<button
        class="quiet icon"
        aria-label=${this.label}
        aria-haspopup="menu"
        @click=${e=>this.#e(e)}
      >
        <fr-icon path=${ee}></fr-icon>
      </button>
      <div class="list" popover role="menu" @keydown=${e=>this.#t(e)}>
        ${this.items.map(e=>b`<button
              role="menuitem"
              class="quiet ${e.danger?`danger`:``}"
              @click=${t=>{t.stopPropagation(),this.list.hidePopover(),e.action()}}
            >
              ${e.icon?b`<fr-icon path=${e.icon}></fr-icon>`:``}${e.label}
            </button>`)}
      </div>`}#e(e){e.stopPropagation(),e.preventDefault(),this.list.togglePopover();let t=this.opener.getBoundingClientRect(),{offsetWidth:n,offsetHeight:r}=this.list,i=Math.max(8,Math.min(t.right-n,innerWidth-n-8)),a=t.bottom+4+r<innerHeight;this.list.style.left=`${i}px`,this.list.style.top=`${a?t.bottom+4:Math.max(8,t.top-r-4)}px`,this.list.querySelector(`button`)?.focus()}#t(e){let t={ArrowDown:1,ArrowUp:-1}[e.key];if(t===void 0)return;e.preventDefault();let n=[...this.list.querySelectorAll(`button`)];n[(n.indexOf(this.renderRoot.querySelector(`button:focus`))+t+n.length)%n.length]?.focus()}};T([g({attribute:!1})],I.prototype,`items`,void 0),T([g()],I.prototype,`label`,void 0),T([P(`.list`)],I.prototype,`list`,void 0),T([P(`button`)],I.prototype,`opener`,void 0),I=T([y(`fr-menu`)],I);var L=class extends E{constructor(...e){super(...e),this.checked=!1,this.disabled=!1,this.label=``}static{this.styles=[f,M`
      label {
        display: inline-flex;
        align-items: center;
        gap: 11px;
        min-height: 36px;
        cursor: pointer;
      }
      input {
        appearance: none;
        width: 40px;
        height: 24px;
        margin: 0;
        border-radius: 12px;
        background: var(--line-strong);
        position: relative;
        cursor: pointer;
        flex: none;
        transition: background var(--quick);
      }
      input::after {
        content: '';
        position: absolute;
        left: 3px;
        top: 3px;
        width: 18px;
        height: 18px;
        border-radius: 50%;
        background: var(--surface);
        transition: transform var(--quick);
      }
      input:checked {
        background: var(--accent);
      }
      input:checked::after {
        transform: translateX(16px);
      }
      input:disabled {
        opacity: 0.5;
      }
    `]}render(){return b`<label
      ><input
        type="checkbox"
        role="switch"
        .checked=${this.checked}
        ?disabled=${this.disabled}
        @change=${e=>this.#e(e.target)}
      />${this.label}</label
    >`}#e(e){let t=e.checked;e.checked=this.checked,this.dispatchEvent(new CustomEvent(`changed`,{detail:t}))}};T([g({type:Boolean})],L.prototype,`checked`,void 0),T([g({type:Boolean})],L.prototype,`disabled`,void 0),T([g()],L.prototype,`label`,void 0),L=T([y(`fr-switch`)],L);var R=class extends E{constructor(...e){super(...e),this.looks=[],this.current=null}static{this.styles=[f,e,M`
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(112px, 1fr));
        gap: 12px;
        padding-top: 8px;
      }
      .one {
        all: unset;
        cursor: pointer;
        border-radius: 10px;
        display: block;
      }
      .one:focus-visible,
      .one[aria-pressed='true'] {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
    `]}render(){return b`<fr-dialog wide heading=${O(`person.choosePhoto`)} @closed=${()=>this.#e(`closed`)}>
      <div class="all">
        ${this.looks.filter(e=>e.has_picture).map(e=>b`<button
                class="one"
                aria-pressed=${e.id===this.current}
                aria-label=${O(`person.photoFrom`,{camera:D(e.camera)})}
                @click=${()=>this.#e(`picked`,e.id)}
              >
                <fr-picture .src=${N(e.id)}></fr-picture>
              </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};T([g({attribute:!1})],R.prototype,`looks`,void 0),T([g()],R.prototype,`current`,void 0),R=T([y(`feature-picker`)],R);var z=class extends v{constructor(){super(),this.open=`none`,h(this,()=>[this.store])}static{this.styles=[f,e,_,k,M`
      .head {
        display: grid;
        grid-template-columns: 148px minmax(0, 1fr) auto;
        gap: 24px;
        align-items: center;
      }
      .photo {
        all: unset;
        cursor: pointer;
        display: block;
        border-radius: 14px;
        position: relative;
        --picture-radius: 14px;
        --picture-ratio: 4 / 5;
      }
      .photo:focus-visible {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      .photo span {
        position: absolute;
        inset: auto 0 0;
        padding: 18px 6px 7px;
        text-align: center;
        font-size: 12.5px;
        font-weight: 560;
        color: #fff;
        background: linear-gradient(transparent, rgb(0 0 0 / 75%));
        border-radius: 0 0 14px 14px;
        opacity: 0;
        transition: opacity var(--quick);
      }
      .photo:hover span,
      .photo:focus-visible span {
        opacity: 1;
      }
      .who {
        display: grid;
        gap: 8px;
        min-width: 0;
      }
      h1 {
        display: flex;
        align-items: center;
        gap: 6px;
        font-size: 30px;
      }
      name-editor {
        max-width: 340px;
        margin: 4px 0 4px 8px;
      }
      .sets {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 26px;
      }
      .does {
        display: flex;
        gap: 6px;
        align-self: start;
      }
      @media (max-width: 700px) {
        .head {
          grid-template-columns: 104px minmax(0, 1fr);
          gap: 16px;
          align-items: start;
        }
        .does {
          grid-column: 1 / -1;
        }
        h1 {
          font-size: 24px;
        }
      }
    `]}render(){let e=this.store.state.person;return e===null?C:b`<div class="head">
        <button class="photo" @click=${()=>this.open=`feature`}>
          <fr-picture .src=${N(e.crop_id)} alt=${e.label}></fr-picture>
          <span>${O(`person.choosePhoto`)}</span>
        </button>
        <div class="who">
          ${this.open===`name`?this.#t(e):this.#e(e)}
          <p class="muted">${this.#n(e)}</p>
          <p class="row wrap">
            ${e.on_site?b`<span class="chip good">${O(`people.here`)}</span>`:C}
            <span class="chip">${S(`people.sightings`,e.sightings)}</span>
            ${e.words?b`<span class="chip">${e.words}</span>`:C}
            ${e.hidden?b`<span class="chip warn">${O(`people.hidden`)}</span>`:C}
            ${e.redirected_from?b`<span class="chip">${O(`person.redirected`)}</span>`:C}
          </p>
          <div class="sets">
            <fr-switch
              .checked=${e.exposed}
              label=${O(`person.exposed`)}
              @changed=${e=>void this.#i({exposed:e.detail})}
            ></fr-switch>
          </div>
        </div>
        <div class="does">
          <a class="button" href=${Se([`search`,`new`],{identity:e.id})}>
            <fr-icon path=${_e}></fr-icon>${O(`person.searchMore`)}
          </a>
          <fr-menu
            label=${O(`action.moreFor`,{name:e.label})}
            .items=${[{label:O(`people.rename`),icon:s,action:()=>this.open=`name`},{label:e.hidden?O(`people.show`):O(`people.hide`),icon:e.hidden?o:r,action:()=>void this.#i({hidden:!e.hidden})},{label:O(`people.delete`),icon:u,danger:!0,action:()=>this.open=`forget`}]}
          ></fr-menu>
        </div>
      </div>
      ${this.#r(e)}`}#e(e){return b`<h1>
      <span class="cut">${e.label}</span>
      <button
        class="quiet icon"
        aria-label=${O(`people.renameOf`,{name:e.label})}
        @click=${()=>this.open=`name`}
      >
        <fr-icon path=${s}></fr-icon>
      </button>
    </h1>`}#t(e){return b`<name-editor
      .value=${e.name??``}
      label=${O(`people.nameOf`,{name:e.label})}
      @cancelled=${()=>this.open=`none`}
      @named=${e=>{this.open=`none`,this.#i({name:e.detail||null})}}
    ></name-editor>`}#n(e){if(e.last_seen_s===null||e.last_camera===null)return O(`people.never`);let t=this.services.site.now_s()-e.last_seen_s,n=e.on_site?O(`people.now`):me(t);return O(`person.lastSeen`,{camera:D(e.last_camera),when:n})}#r(e){return this.open===`feature`?b`<feature-picker
        .looks=${this.store.state.looks}
        .current=${e.crop_id}
        @closed=${()=>this.open=`none`}
        @picked=${e=>{this.open=`none`,this.#i({feature_crop_id:e.detail})}}
      ></feature-picker>`:this.open===`forget`?b`<fr-dialog heading=${S(`forget.title`,1)} @closed=${()=>this.open=`none`}>
      <p>${O(`forget.text`,{names:e.label})}</p>
      <button slot="actions" @click=${()=>this.open=`none`}>${O(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#a()}>
        ${O(`forget.do`)}
      </button>
    </fr-dialog>`:C}async#i(e){let{toasts:t}=this.services;try{t.done(O(`person.changed`),await this.store.change(e))}catch(e){t.failed(e)}}async#a(){let{toasts:e,router:t}=this.services;try{await this.store.forget(),e.done(S(`forget.done`,1)),t.go([`people`])}catch(t){e.failed(t)}}};T([g({attribute:!1})],z.prototype,`store`,void 0),T([A()],z.prototype,`open`,void 0),z=T([y(`person-header`)],z);var Ce=.14;function we(e,t,n){let r=[],i=[],a=[],o=null;return e.forEach((e,s)=>{let c=n.get(e.camera);if(c===void 0){i.push(s+1);return}let l={number:s+1,leg:e,at:c};if(r.push(l),o!==null&&!Ae(o.stop.at,c)){let n=s-o.index>1,r=n?e.start_s-o.stop.leg.end_s:t[s-1]?.seconds??0;a.push({from:o.stop.at,to:c,bend:ke(o.stop.at,c),style:Oe(o.stop.leg,e,r,n),gap_s:r})}o={index:s,stop:l}}),{stops:r,lines:a,unplaced:i}}function Te(e){let t=new Map;for(let{leg:n,at:r,number:i}of e){let e=t.get(n.camera);e?e.numbers.push(i):t.set(n.camera,{at:r,camera:n.camera,numbers:[i]})}return[...t.values()]}function Ee(e,t){let n=null;for(let r of e.stops){if(t<r.leg.start_s){if(n===null)return null;let e=r.leg.start_s-n.leg.end_s,i=e>0?(t-n.leg.end_s)/e:1;return De(n.at,ke(n.at,r.at),r.at,i)}if(t<=r.leg.end_s)return r.at;n=r}return null}function De(e,t,n,r){let i=1-r,[a,o,s]=[i*i,2*i*r,r*r];return{x:a*e.x+o*t.x+s*n.x,y:a*e.y+o*t.y+s*n.y}}function Oe(e,t,n,r){return r||n>300?`dotted`:e.firm&&t.firm?`solid`:`dashed`}function ke(e,t){let[n,r]=[t.x-e.x,t.y-e.y];return{x:(e.x+t.x)/2-Ce*r,y:(e.y+t.y)/2+Ce*n}}function Ae(e,t){return e.x===t.x&&e.y===t.y}var je=1e3,Me=640,Ne=.16;function Pe(e,t,n=null){let r=e?.placements??[],i=Fe((e?.floors??[]).filter(e=>n===null||e.id===n),r,t),a=r.filter(e=>e.floor_id===i?.id);if(i!==null&&a.length>0){let e=new Map(a.map(e=>[e.camera,{x:e.x,y:e.y}]));return{width:i.width,height:i.height,floor:i,at:e,placements:a,schematic:!1}}return{width:je,height:Me,floor:null,at:Ie(e,t),placements:[],schematic:!0}}function Fe(e,t,n){let r=new Set(n),i=e=>t.filter(t=>t.floor_id===e.id&&r.has(t.camera)).length,[a=null]=[...e].sort((e,t)=>i(t)-i(e)||e.level-t.level);return a}function Ie(e,t){let n=new Map((e?.cameras??[]).flatMap(e=>e.suggested?[[e.name,e.suggested]]:[])),r=t.every(e=>n.has(e)),i=[...new Set(t)];return new Map(i.map((e,t)=>{let a=(r?n.get(e):null)??Le(t,i.length);return[e,{x:Re(a.x)*je,y:Re(a.y)*Me}]}))}function Le(e,t){let n=2*Math.PI*e/Math.max(1,t)-Math.PI,r=t>1?.5:0;return{x:.5+r*Math.cos(n),y:.5+r*Math.sin(n)}}function Re(e){return Ne+(1-2*Ne)*e}var ze=3;function Be(e,t){let{layout:n,walker:r}=e;return j`${n.lines.map(({from:e,bend:t,to:n,style:r})=>j`<path class="route ${r}" d="M${e.x} ${e.y}Q${t.x} ${t.y} ${n.x} ${n.y}"></path>`)}${Ve(e)}${He(e,t)}${r?j`<circle class="walker" cx=${r.x} cy=${r.y} r=${t*1.3}></circle>`:C}`}function Ve({trails:e,layout:t}){let n=new Set(t.stops.map(e=>e.leg.sighting_id));return[...e?.values()??[]].filter(e=>e.calibrated&&n.has(e.sighting_id)).map(e=>{let t=e.points.map(e=>`${e.x},${e.y}`).join(` `);return j`<polyline class="trail" points=${t}></polyline>`})}function He({layout:e,chosen:t,onStop:n},r){return Te(e.stops).map(({at:i,numbers:a,camera:o})=>{let s=e.stops.filter(e=>e.leg.camera===o),c=s.some(e=>e.leg.sighting_id===t),l=a.length>ze?`${a.slice(0,2).join(` `)} …`:a.join(` `),u=r*(1.1+.75*l.length);return j`<g class="stop ${c?`chosen`:``}"
        @click=${()=>n?.(s[0]?.leg.sighting_id??``)}>
      <rect class="ring" x=${i.x-u} y=${i.y-r*2} width=${2*u} height=${r*4} rx=${r*2}></rect>
      <text x=${i.x} y=${i.y+r*.85} font-size=${r*2.3}>${l}</text>
    </g>`})}function Ue(e,t,n,r){let i=Math.min(359.9,Math.max(1,n))/2,a=We(e,t-i,r),o=We(e,t+i,r),s=+(n>180);return`M${Ge(e)}L${Ge(a)}A${B(r)} ${B(r)} 0 ${s} 1 ${Ge(o)}Z`}function We(e,t,n){let r=t*Math.PI/180;return{x:e.x+n*Math.sin(r),y:e.y-n*Math.cos(r)}}function Ge(e){return`${B(e.x)} ${B(e.y)}`}function B(e){return Math.round(e*100)/100}var Ke=8;function V(e,t){return{x:0,y:0,width:e,height:t}}function qe(e,t,n,r){let i=Math.min(t.width,Math.max(t.width/Ke,e.width/n)),a=i/e.width;return Ye({x:r.x-(r.x-e.x)*a,y:r.y-(r.y-e.y)*a,width:i,height:e.height*a},t)}function Je(e,t,n,r){return Ye({...e,x:e.x+n,y:e.y+r},t)}function Ye(e,t){return{...e,x:Math.min(t.x+t.width-e.width,Math.max(t.x,e.x)),y:Math.min(t.y+t.height-e.height,Math.max(t.y,e.y))}}var Xe=[f,e,M`
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
  `],Ze=6.4,H=class extends v{constructor(...e){super(...e),this.layer=()=>C,this.lit=null,this.label=``,this.cones=!0,this.view=null,this.picture=null,this.width=600,this.#e={observer:null,height:400},this.#t=null,this.#n=null,this.#r=!1,this.#i=new Map}#e;#t;#n;#r;#i;static{this.styles=Xe}willUpdate(e){if(!e.has(`places`))return;let t=e.get(`places`),{width:n,height:r,floor:i}=this.places;(t?.width!==n||t.height!==r)&&(this.view=V(n,r)),t?.floor!==i&&this.#h()}firstUpdated(){this.#e.observer=new ResizeObserver(([e])=>{this.#e.height=e?.contentRect.height??400,this.width=e?.contentRect.width??600}),this.#e.observer.observe(this.drawing)}disconnectedCallback(){super.disconnectedCallback(),this.#e.observer?.disconnect(),this.#g()}get unit(){let{width:e,height:t}=this.view??this.places,n=t/Math.max(1,this.#e.height);return Ze*Math.max(e/Math.max(1,this.width),n)}render(){let e=this.view??V(this.places.width,this.places.height),{unit:t}=this;return b`<div class="frame">
      <svg
        class="plan"
        viewBox="${e.x} ${e.y} ${e.width} ${e.height}"
        role="img"
        aria-label=${this.label||O(`plan.label`)}
        @wheel=${e=>this.#u(e)}
        @pointerdown=${e=>this.#d(e)}
        @pointermove=${e=>this.#f(e)}
        @pointerup=${e=>this.#p(e)}
        @pointercancel=${e=>this.#i.delete(e.pointerId)}
      >
        ${this.#a()} ${this.#o(t)} ${this.layer(t)}
      </svg>
      <div class="zoom">
        ${this.#c(1.5,a,O(`plan.closer`))}
        ${this.#c(1/1.5,ae,O(`plan.further`))}
      </div>
      ${this.places.schematic?b`<p class="hint">${O(`plan.schematic`)}</p>`:C}
    </div>`}#a(){let{width:e,height:t}=this.places;return this.picture?j`<image class="picture" href=${this.picture} width=${e} height=${t}></image>`:j`<rect class="paper" width=${e} height=${t}></rect>`}#o(e){let t=this.cones?this.places.placements.map(e=>j`<path class="cone ${this.#s(e.camera)}"
              d=${Ue(e,e.heading_deg,e.view_deg,e.range_units)}></path>`):[],n=[...this.places.at].map(([t,n])=>j`<g class="camera ${this.#s(t)}">
          <circle cx=${n.x} cy=${n.y} r=${e*1.1}></circle>
          <text x=${n.x} y=${n.y+e*4.6} font-size=${e*2.3}>${D(t)}</text>
        </g>`);return[...t,...n]}#s(e){return this.lit!==null&&!this.lit.has(e)?`dim`:``}#c(e,t,n){return b`<button class="icon" aria-label=${n} title=${n} @click=${()=>this.#l(e)}>
      <fr-icon path=${t}></fr-icon>
    </button>`}#l(e,t){let n=this.view??V(this.places.width,this.places.height),r={x:n.x+n.width/2,y:n.y+n.height/2},i=V(this.places.width,this.places.height);this.view=qe(n,i,e,t??r)}#u(e){(e.ctrlKey||e.metaKey)&&(e.preventDefault(),this.#l(Math.exp(-e.deltaY/200),this.#m(e)))}#d(e){this.#i.set(e.pointerId,{x:e.clientX,y:e.clientY}),this.#n=this.#m(e),this.#r=!1}#f(e){let t=this.#i.get(e.pointerId);if(t===void 0||this.view===null)return;let n={x:e.clientX,y:e.clientY},[r]=[...this.#i].filter(([t])=>t!==e.pointerId);if(r){let i=Qe(n,r[1])/Math.max(1,Qe(t,r[1]));this.#l(i,this.#m(e))}else if(this.#n&&(this.#r||Qe(n,t)>3)){this.#r=!0;let t=this.#m(e),n=V(this.places.width,this.places.height);this.view=Je(this.view,n,this.#n.x-t.x,this.#n.y-t.y)}else return;this.#i.set(e.pointerId,n)}#p(e){this.#i.delete(e.pointerId),this.#r||this.dispatchEvent(new CustomEvent(`press`,{detail:this.#m(e)}))}#m(e){return this.toPlan(e.clientX,e.clientY)}toPlan(e,t){let n=this.drawing.getScreenCTM()?.inverse(),{x:r,y:i}=new DOMPoint(e,t).matrixTransform(n);return{x:r,y:i}}async#h(){this.#g();let{floor:e}=this.places;if(!e?.has_picture)return;let t=`floors/${encodeURIComponent(e.id)}/picture`;this.#t=t;try{let e=await this.services.pictures.acquire(t);this.#t===t&&(this.picture=e)}catch{}}#g(){this.#t!==null&&this.services.pictures.release(this.#t),this.#t=null,this.picture=null}};T([g({attribute:!1})],H.prototype,`places`,void 0),T([g({attribute:!1})],H.prototype,`layer`,void 0),T([g({attribute:!1})],H.prototype,`lit`,void 0),T([g()],H.prototype,`label`,void 0),T([g({type:Boolean})],H.prototype,`cones`,void 0),T([A()],H.prototype,`view`,void 0),T([A()],H.prototype,`picture`,void 0),T([A()],H.prototype,`width`,void 0),T([P(`svg.plan`)],H.prototype,`drawing`,void 0),H=T([y(`fr-plan`)],H);function Qe(e,t){return Math.hypot(e.x-t.x,e.y-t.y)}var U=class extends E{constructor(...e){super(...e),this.legs=[],this.gaps=[],this.offset=0,this.chosen=``}static{this.styles=[f,_,M`
      ol {
        display: grid;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        padding: 8px;
        max-height: var(--legs-height, 900px);
        overflow: auto;
      }
      button {
        all: unset;
        box-sizing: border-box;
        width: 100%;
        cursor: pointer;
        display: grid;
        grid-template-columns: 30px minmax(0, 1fr) 62px;
        gap: 12px;
        align-items: center;
        padding: 8px 10px;
        border-radius: 10px;
        --picture-ratio: 4 / 5;
      }
      button:hover {
        background: var(--surface-2);
      }
      button:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      .chosen button {
        background: var(--accent-soft);
      }
      .number {
        width: 28px;
        height: 28px;
        border-radius: 50%;
        display: grid;
        place-content: center;
        background: var(--route);
        color: var(--accent-ink);
        font-weight: 660;
        font-size: 13px;
      }
      .gap {
        margin: 0 0 0 24px;
        padding: 3px 0 3px 27px;
        border-left: 2px solid var(--line-strong);
        font-size: 13px;
        color: var(--ink-3);
      }
      .gap.long {
        border-left-style: dotted;
      }
    `]}render(){return b`<ol aria-label=${O(`route.legs`)}>
      ${this.legs.map((e,t)=>this.#e(e,t))}
    </ol>`}#e(e,t){let n=t>0?this.gaps[this.offset+t-1]:void 0;return b`<li class=${e.sighting_id===this.chosen?`chosen`:``}>
      ${n?b`<p class="gap ${n.seconds>300?`long`:``}">${pe(n.seconds)}</p>`:C}
      <button
        aria-current=${e.sighting_id===this.chosen}
        @click=${()=>this.dispatchEvent(new CustomEvent(`choose`,{detail:e.sighting_id}))}
      >
        <span class="number">${this.offset+t+1}</span>
        <span>
          <strong>${D(e.camera)}</strong>
          <span class="muted small numbers"
            ><br />${m(e.start_s,this.zone,!0)} · ${ge(e.end_s-e.start_s)}</span
          >
          <span class="chip ${e.firm?``:`warn`}"
            >${e.firm?O(`band.likely`):O(`band.unsure`)}</span
          >
        </span>
        <fr-picture .src=${N(e.crop_id)}></fr-picture>
      </button>
    </li>`}};T([g({attribute:!1})],U.prototype,`legs`,void 0),T([g({attribute:!1})],U.prototype,`gaps`,void 0),T([g({type:Number})],U.prototype,`offset`,void 0),T([g()],U.prototype,`chosen`,void 0),T([g({attribute:!1})],U.prototype,`zone`,void 0),U=T([y(`leg-list`)],U);var $e=4,W=class extends E{constructor(...e){super(...e),this.first=null,this.second=null,this.terms=[],this.conclusion=``}static{this.styles=[f,M`
      .sides {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 20px;
        margin-bottom: 16px;
      }
      .crops {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: 8px;
        margin-top: 8px;
      }
      .conclusion {
        margin-bottom: 12px;
      }
    `]}render(){return b`<div class="sides">
        ${[this.first,this.second].map(e=>e?this.#e(e):C)}
      </div>
      ${this.conclusion?b`<p class="conclusion">${this.conclusion}</p>`:C}
      ${this.terms.length?b`<term-bars .terms=${this.terms}></term-bars>`:C}`}#e(e){let t=e.crops.filter(e=>e.has_picture).slice(0,$e);return b`<div>
      <h3>${D(e.camera)}</h3>
      <div class="crops">
        ${t.map(t=>b`<fr-picture .src=${N(t.id)} alt=${e.camera}></fr-picture>`)}
        ${t.length===0?b`<fr-picture alt=${O(`picture.expired`)}></fr-picture>`:C}
      </div>
    </div>`}};T([g({attribute:!1})],W.prototype,`first`,void 0),T([g({attribute:!1})],W.prototype,`second`,void 0),T([g({attribute:!1})],W.prototype,`terms`,void 0),T([g()],W.prototype,`conclusion`,void 0),W=T([y(`evidence-view`)],W);var G=class extends v{constructor(...e){super(...e),this.previous=null,this.identityId=``,this.sighting=null,this.earlier=null,this.explanation=null,this.playing=!1,this.problem=``}static{this.styles=[f,e,M`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-bottom: 14px;
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        margin-top: 16px;
      }
    `]}willUpdate(e){let t=e.get(`leg`);e.has(`leg`)&&t?.sighting_id!==this.leg.sighting_id&&this.#e()}render(){let{previous:e,leg:t,explanation:n}=this;return b`<section class="card">
      <div class="head">
        <h2 class="grow">
          ${e?O(`leg.between`,{a:D(e.camera),b:D(t.camera)}):D(t.camera)}
        </h2>
        <button class="quiet" @click=${()=>this.playing=!this.playing}>
          <fr-icon path=${oe}></fr-icon>${O(`leg.clip`)}
        </button>
      </div>
      ${this.playing?b`<fr-clip .sightingId=${t.sighting_id}></fr-clip>`:C}
      <evidence-view
        .first=${this.earlier}
        .second=${this.sighting}
        .terms=${n?.terms??[]}
        conclusion=${n?.conclusion??``}
      ></evidence-view>
      ${this.problem?b`<p class="muted">${this.problem}</p>`:C}
      ${e?b`<div class="answers">
            <button @click=${()=>void this.#t()}>${O(`answer.same`)}</button>
            <button @click=${()=>void this.#n()}>${O(`answer.different`)}</button>
            <a class="button quiet" href="#/settings?why=${encodeURIComponent(e.sighting_id)},${encodeURIComponent(t.sighting_id)}">
              <fr-icon path=${c}></fr-icon>${O(`leg.why`)}
            </a>
          </div>`:C}
    </section>`}async#e(){let{leg:e,previous:t}=this,{api:n}=this.services;this.playing=!1,this.problem=``;let r=e=>n.get(`sightings/${encodeURIComponent(e)}`);try{let[i,a,o]=await Promise.all([r(e.sighting_id),t?r(t.sighting_id):null,t?n.post(`explain`,{a:t.sighting_id,b:e.sighting_id}):null]);if(this.leg!==e&&this.leg.sighting_id!==e.sighting_id)return;Object.assign(this,{sighting:i,earlier:a,explanation:o})}catch(e){this.problem=p(e).message}}async#t(){let{api:e,toasts:t}=this.services;try{let n=`sightings/${encodeURIComponent(this.leg.sighting_id)}/assign`,r=await e.post(n,{identity_id:this.identityId});t.done(O(`leg.sameDone`),r.decision_ids)}catch(e){t.failed(e)}}async#n(){let{api:e,toasts:t}=this.services;try{let n=`identities/${encodeURIComponent(this.identityId)}/split`,r=await e.post(n,{sightings:[this.leg.sighting_id]});t.done(S(`sightings.split`,1,{name:r.identity.label}),r.decision_ids)}catch(e){t.failed(e)}}};T([g({attribute:!1})],G.prototype,`leg`,void 0),T([g({attribute:!1})],G.prototype,`previous`,void 0),T([g()],G.prototype,`identityId`,void 0),T([A()],G.prototype,`sighting`,void 0),T([A()],G.prototype,`earlier`,void 0),T([A()],G.prototype,`explanation`,void 0),T([A()],G.prototype,`playing`,void 0),T([A()],G.prototype,`problem`,void 0),G=T([y(`leg-detail`)],G);function et(e,t){let n=URL.createObjectURL(e),r=document.createElement(`a`);r.href=n,r.download=t,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var tt=class extends re{#e;constructor(e,t){super({job:null,error:null}),this.api=e,this.#e=t.subscribe(e=>{let t=e.data;e.topic===`jobs`&&t.id===this.state.job?.id&&this.set({job:t})})}async start(e){await this.#t(()=>this.api.post(`exports`,e))}async cancel(){let{job:e}=this.state;e&&await this.#t(()=>this.api.delete(`jobs/${encodeURIComponent(e.id)}`))}stop(){this.#e()}async#t(e){try{this.set({job:await e(),error:null})}catch(e){this.set({error:p(e)})}}},nt=[`mp4`,`frigate_case`,`picture`,`json`],K=class extends v{constructor(...e){super(...e),this.request={},this.format=`mp4`,this.blurOthers=!0,this.pseudonymise=!1,this.store=null,this.#e=()=>void 0}#e;static{this.styles=[f,e,k,M`
      fieldset {
        border: 0;
        padding: 0;
        margin: 0 0 10px;
      }
      legend {
        font-weight: 620;
        padding: 0 0 4px;
      }
      progress {
        width: 100%;
        height: 10px;
        accent-color: var(--accent);
      }
      .bad {
        color: var(--bad);
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.#e(),this.store?.stop()}render(){let e=this.store?.state.job??null;return b`<fr-dialog heading=${O(`export.title`)} @closed=${()=>this.#o()}>
      ${e?this.#n(e):this.#t()} ${this.#r(e)}
    </fr-dialog>`}#t(){let e=this.store?.state.error;return b`<fieldset>
        <legend>${O(`export.format`)}</legend>
        ${nt.map(e=>b`<label class="check"
              ><input
                type="radio"
                name="format"
                .checked=${e===this.format}
                @change=${()=>this.format=e}
              />${O(`export.format.${e}`)}</label
            >`)}
      </fieldset>
      <fr-switch
        label=${O(`export.blur`)}
        .checked=${this.blurOthers}
        @changed=${e=>this.blurOthers=e.detail}
      ></fr-switch>
      <fr-switch
        label=${O(`export.pseudonymise`)}
        .checked=${this.pseudonymise}
        @changed=${e=>this.pseudonymise=e.detail}
      ></fr-switch>
      ${e?b`<p class="bad" role="alert">${e.message}</p>`:C}`}#n(e){return b`<p>${O(`job.${e.state}`)}</p>
      <progress max="1" .value=${e.progress} aria-label=${O(`export.title`)}></progress>
      ${e.message?b`<p class="muted">${e.message}</p>`:C}`}#r(e){return e===null?b`<button slot="actions" class="primary" @click=${()=>void this.#i()}>
        ${O(`export.start`)}
      </button>`:e.state===`done`?b`<button slot="actions" class="primary" @click=${()=>void this.#a(e)}>
        ${O(`export.save`)}
      </button>`:e.state===`waiting`||e.state===`running`?b`<button slot="actions" @click=${()=>void this.store?.cancel()}>
        ${O(`action.cancel`)}
      </button>`:b`<button slot="actions" @click=${()=>this.#o()}>${O(`action.close`)}</button>`}async#i(){let e=new tt(this.services.api,this.services.live);this.#e(),this.#e=e.subscribe(()=>this.requestUpdate()),this.store=e,await e.start({...this.request,format:this.format,blur_others:this.blurOthers,pseudonymise:this.pseudonymise})}async#a(e){try{let t=await this.services.api.blob(`exports/${encodeURIComponent(e.id)}/file`),n=e.result?.file_name;et(t,typeof n==`string`?n:`route.${rt[this.format]}`)}catch(e){this.services.toasts.failed(e)}}#o(){this.dispatchEvent(new CustomEvent(`closed`))}};T([g({attribute:!1})],K.prototype,`request`,void 0),T([A()],K.prototype,`format`,void 0),T([A()],K.prototype,`blurOthers`,void 0),T([A()],K.prototype,`pseudonymise`,void 0),T([A()],K.prototype,`store`,void 0),K=T([y(`export-dialog`)],K);var rt={mp4:`mp4`,frigate_case:`zip`,picture:`png`,json:`json`},q=class extends v{constructor(...e){super(...e),this.request={},this.open=!1}static{this.styles=[f,e]}render(){return b`<button @click=${()=>this.open=!0}>
        <fr-icon path=${d}></fr-icon>${O(`export.title`)}
      </button>
      ${this.open?b`<export-dialog
            .request=${this.request}
            @closed=${()=>this.open=!1}
          ></export-dialog>`:C}`}};T([g({attribute:!1})],q.prototype,`request`,void 0),T([A()],q.prototype,`open`,void 0),q=T([y(`export-button`)],q);var it=4,at=8,ot=class extends re{constructor(e,t,n){super({phase:`loading`,error:null,day:``,route:null,plan:null,cameras:[],trails:new Map,chosen:``,range:null,at_s:null,playing:!1}),this.api=e,this.identityId=t,this.zone=n}async load(e){let t=e!==this.state.day;t&&this.set({day:e,phase:`loading`,range:null,at_s:null,playing:!1});let[n,r]=de(e,this.zone);try{let i=`identities/${encodeURIComponent(this.identityId)}/route`,a=await this.api.get(i,{from:n,to:r});if(this.state.day!==e)return;this.set({phase:`ready`,error:null,route:a}),t&&this.set({chosen:a.legs[0]?.sighting_id??``}),await this.#t(a)}catch(t){this.state.day===e&&this.set({phase:`error`,error:p(t)})}}step(e){return le(this.state.day,e)}today(e){return x(e,this.zone)}choose(e){this.set({chosen:e})}brush(e){this.set({range:e})}scrub(e){this.set({at_s:e,playing:!1,...this.#e(e)})}play(e){let t=this.legs[0];if(t===void 0)return;let n=this.legs.at(-1)?.end_s??t.end_s,{at_s:r}=this.state,i=r===null||r>=n?t.start_s:r;this.set({playing:e,at_s:i})}advance(e){let{at_s:t,playing:n}=this.state;if(!n||t===null)return;let r=this.legs.find(e=>e.end_s>t);if(r===void 0){this.set({playing:!1});return}let i=r.start_s-t,a=i>32?i/it:at,o=t+e*(i>0?a:at),s=i>0?Math.min(o,r.start_s+.001):Math.min(o,r.end_s);this.set({at_s:s,...this.#e(s)})}get legs(){let{route:e,range:t}=this.state,n=e?.legs??[];return t===null?n:n.filter(e=>e.end_s>=t[0]&&e.start_s<=t[1])}#e(e){let t=this.legs.findLast(t=>t.start_s<=e);return t?{chosen:t.sighting_id}:{}}async#t(e){try{let{items:t}=await this.api.get(`cameras`);this.set({cameras:t.map(e=>e.name)});let n=await this.api.get(`plan`);this.set({plan:n});let r=e.legs.slice(-50).map(e=>e.sighting_id);if(n.placements.length===0||r.length===0)return;let i=await this.api.get(`plan/trail`,{sighting_id:r});this.set({trails:new Map(i.items.map(e=>[e.sighting_id,e]))})}catch{}}},st=[f,e,k,xe,M`
    .bar {
      display: flex;
      flex-wrap: wrap;
      gap: 10px;
      align-items: center;
      margin-bottom: 16px;
    }
    .date {
      position: relative;
      min-width: 118px;
      text-align: center;
      line-height: 40px;
      border-radius: 10px;
    }
    .date:hover {
      background: var(--surface-2);
    }
    .date:has(:focus-visible) {
      outline: 2px solid var(--accent);
    }
    .date input {
      position: absolute;
      inset: 0;
      width: 100%;
      opacity: 0;
      cursor: pointer;
    }
    .date input::-webkit-calendar-picker-indicator {
      position: absolute;
      inset: 0;
      width: auto;
      height: auto;
    }
    .two {
      display: grid;
      grid-template-columns: minmax(0, 1.65fr) minmax(300px, 1fr);
      gap: 20px;
      align-items: start;
    }
    fr-plan {
      --plan-height: min(56vh, 520px);
    }
    .bones {
      height: 480px;
    }
    @media (max-width: 1000px) {
      .two {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `],J=class extends v{#e;#t;#n;constructor(){super(),this.person=null,this.day=``,this.store=null,this.#e=()=>void 0,this.#t=0,this.#n=0,new be(this,()=>({" ":()=>this.#d(),ArrowLeft:()=>this.#l(-1),ArrowRight:()=>this.#l(1)}))}static{this.styles=st}willUpdate(e){let{person:t}=this;if(t===null)return;let n=e.get(`person`);(this.store===null||n&&n.id!==t.id)&&this.#s(t.id),(e.has(`person`)||e.has(`day`))&&this.store?.load(this.#c(t))}disconnectedCallback(){super.disconnectedCallback(),this.#e(),cancelAnimationFrame(this.#t),this.store=null}render(){let{store:e}=this;return e===null?C:b`<div class="bar">
        ${this.#r(e)}
        <span class="grow"></span>
        ${e.legs.length?b`<button @click=${()=>this.#d()}>
                <fr-icon path=${e.state.playing?he:oe}></fr-icon>
                ${e.state.playing?O(`route.pause`):O(`route.play`)}
              </button>
              <export-button
                .request=${{identity_id:this.person?.id,from_s:e.state.range?.[0]??e.state.route?.from_s,to_s:e.state.range?.[1]??e.state.route?.to_s}}
              ></export-button>`:C}
      </div>
      ${this.#i(e)}`}#r(e){let{site:r}=this.services,i={today:O(`day.today`),yesterday:O(`day.yesterday`)},a=e.state.day||this.day,o=a>=e.today(r.now_s());return b`<div class="row">
      <button class="icon" aria-label=${O(`day.before`)} @click=${()=>this.#l(-1)}>
        <fr-icon path=${n}></fr-icon>
      </button>
      <label class="date"
        ><strong>${a?w(a,r.now_s(),r.zone,`en`,i):``}</strong>
        <input
          type="date"
          aria-label=${O(`day.choose`)}
          .value=${a}
          max=${e.today(r.now_s())}
          @change=${e=>this.#u(e.target.value)}
      /></label>
      <button class="icon" aria-label=${O(`day.after`)} ?disabled=${o} @click=${()=>this.#l(1)}>
        <fr-icon path=${t}></fr-icon>
      </button>
    </div>`}#i(e){let{phase:t,error:n,route:r}=e.state;return t===`loading`?F(1,`bones`):t===`error`&&r===null?b`<fr-notice .error=${n} @again=${()=>void e.load(e.state.day)}></fr-notice>`:r?.legs.length?this.#a(e):b`<fr-notice
        .icon=${ie}
        heading=${O(`route.none.title`)}
        text=${O(`route.none.text`)}
      ></fr-notice>`}#a(e){let{legs:t}=e,{chosen:n,trails:r,plan:i,at_s:a,route:o,cameras:s}=e.state,c=o?.legs??[],l=Pe(i,[...new Set([...s,...c.map(e=>e.camera)])]),u=c.findIndex(e=>e===t[0]),ee=we(t,o?.gaps.slice(Math.max(0,u))??[],l.at),te=a===null?null:Ee(ee,a),d=c.find(e=>e.sighting_id===n)??null;return b`<div class="two">
        <div class="stack drawn">
          <fr-plan
            .places=${l}
            label=${O(`route.planLabel`,{name:this.person?.label??``,n:t.length})}
            .layer=${t=>Be({layout:ee,trails:r,chosen:n,walker:te,onStop:t=>e.choose(t)},t)}
          ></fr-plan>
          <div class="card">${this.#o(e)}</div>
          ${d?b`<leg-detail
                .leg=${d}
                .previous=${c[c.indexOf(d)-1]??null}
                .identityId=${this.person?.id??``}
              ></leg-detail>`:C}
        </div>
        <leg-list
          .legs=${t}
          .gaps=${o?.gaps??[]}
          .offset=${Math.max(0,u)}
          .chosen=${n}
          .zone=${this.services.site.zone}
          @choose=${t=>e.choose(t.detail)}
        ></leg-list>
      </div>`}#o(e){let t=e.state.route?.legs??[],n=[...new Set(t.map(e=>e.camera))],r=t[0]?.start_s??0,i=t.at(-1)?.end_s??1,a=Math.max(10,(i-r)*.02),o=n.map(e=>({label:D(e),bars:t.filter(t=>t.camera===e).map(e=>({id:e.sighting_id,from_s:e.start_s,to_s:e.end_s,style:e.firm?`solid`:`dashed`,label:e.firm?O(`band.likely`):O(`band.unsure`)}))})),{at_s:s,chosen:c}=e.state;return b`<fr-timeline
        .from_s=${r-a}
        .to_s=${i+a}
        .lanes=${o}
        .zone=${this.services.site.zone}
        .chosen=${c}
        .at_s=${s}
        scrubbing
        @choose=${t=>e.choose(t.detail)}
        @scrub=${t=>e.scrub(t.detail)}
        @brush=${t=>e.brush(t.detail)}
      ></fr-timeline>
      <p class="muted small numbers" aria-live="off">
        ${s===null?O(`route.timelineHint`):m(s,this.services.site.zone,!0)}
      </p>`}#s(e){this.#e();let t=new ot(this.services.api,e,this.services.site.zone);this.#e=t.subscribe(()=>this.requestUpdate()),this.store=t}#c(e){let{site:t}=this.services;return this.day||x(e.last_seen_s??t.now_s(),t.zone)}#l(e){let{store:t}=this;if(t===null)return;let n=t.step(e);n<=t.today(this.services.site.now_s())&&this.#u(n)}#u(e){e&&this.services.router.refine({day:e})}#d(){let{store:e}=this;e!==null&&(e.play(!e.state.playing),this.#n=performance.now(),e.state.playing&&(this.#t=requestAnimationFrame(e=>this.#f(e))))}#f(e){let{store:t}=this;t?.state.playing&&(t.advance((e-this.#n)/1e3),this.#n=e,this.#t=requestAnimationFrame(e=>this.#f(e)))}};T([g({attribute:!1})],J.prototype,`person`,void 0),T([g()],J.prototype,`day`,void 0),T([A()],J.prototype,`store`,void 0),J=T([y(`route-tab`)],J);var ct=class extends v{constructor(){super(),h(this,()=>[this.store])}static{this.styles=[f,e,M`
      section {
        margin-bottom: 28px;
      }
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 16px;
        margin-top: 12px;
      }
      figcaption {
        display: flex;
        align-items: center;
        padding-top: 4px;
        font-size: 13.5px;
        color: var(--ink-2);
      }
    `]}render(){let e=Y(this.store.state.looks,e=>x(e.frame_time_s,this.services.site.zone));return e.length===0?b`<fr-notice
        .icon=${l}
        heading=${O(`looks.none.title`)}
        text=${O(`looks.none.text`)}
      ></fr-notice>`:e.map(([e,t])=>b`<section>
          <h2>${this.#t(e)} <span class="muted small">${S(`looks.pictures`,t.length)}</span></h2>
          <div class="all">${t.map(e=>this.#e(e))}</div>
        </section>`)}#e(e){return b`<figure>
      <fr-picture .src=${N(e.has_picture?e.id:null)} alt=${D(e.camera)}></fr-picture>
      <figcaption>
        <span class="grow cut">${D(e.camera)}</span>
        <fr-menu
          label=${O(`action.moreFor`,{name:D(e.camera)})}
          .items=${[{label:O(`looks.feature`),action:()=>void this.#n(e)},{label:O(`looks.notThem`),danger:!0,action:()=>void this.#r(e)}]}
        ></fr-menu>
      </figcaption>
    </figure>`}#t(e){let{site:t}=this.services,n={today:O(`day.today`),yesterday:O(`day.yesterday`)};return w(e,t.now_s(),t.zone,`en`,n)}async#n(e){let{toasts:t}=this.services;try{t.done(O(`person.changed`),await this.store.change({feature_crop_id:e.id}))}catch(e){t.failed(e)}}async#r(e){let{toasts:t}=this.services;try{let n=await this.store.split([e.sighting_id]);t.done(S(`sightings.split`,1,{name:n.identity.label}),n.decision_ids)}catch(e){t.failed(e)}}};T([g({attribute:!1})],ct.prototype,`store`,void 0),ct=T([y(`looks-tab`)],ct);function Y(e,t){let n=new Map;for(let r of e){let e=t(r);n.set(e,[...n.get(e)??[],r])}return[...n].sort(([e],[t])=>t.localeCompare(e))}var X=class extends E{constructor(...e){super(...e),this.people=[],this.count=1,this.wanted=``}static{this.styles=[f,e,k,M`
      input {
        width: 100%;
      }
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(116px, 1fr));
        gap: 14px;
        padding: 16px 0 8px;
        min-height: 220px;
        align-content: start;
      }
      .one {
        all: unset;
        cursor: pointer;
        border-radius: 10px;
        text-align: center;
        font-weight: 560;
      }
      .one:hover fr-picture,
      .one:focus-visible {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
    `]}render(){let e=this.wanted.toLocaleLowerCase(),t=this.people.filter(t=>t.label.toLocaleLowerCase().includes(e));return b`<fr-dialog wide heading=${S(`sightings.moveTitle`,this.count)} @closed=${()=>this.#e(`closed`)}>
      <input
        type="search"
        autofocus
        placeholder=${O(`people.search`)}
        aria-label=${O(`people.search`)}
        @input=${e=>this.wanted=e.target.value}
      />
      <div class="all">
        ${t.map(e=>b`<button class="one" @click=${()=>this.#e(`picked`,e)}>
              <fr-picture .src=${N(e.crop_id)}></fr-picture>${e.label}
            </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};T([g({attribute:!1})],X.prototype,`people`,void 0),T([g({type:Number})],X.prototype,`count`,void 0),T([A()],X.prototype,`wanted`,void 0),X=T([y(`move-dialog`)],X);var Z=class extends v{constructor(){super(),this.moving=[],h(this,()=>[this.store])}static{this.styles=[f,e,_,M`
      section {
        margin-bottom: 30px;
      }
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(158px, 1fr));
        gap: 16px;
        margin-top: 12px;
      }
      .one {
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        position: relative;
        --picture-radius: 11px 11px 0 0;
      }
      .one.selected {
        outline: 3px solid var(--accent);
      }
      .pick {
        all: unset;
        display: block;
        width: 100%;
        cursor: pointer;
      }
      .pick:focus-visible {
        outline: 3px solid var(--accent);
        border-radius: 11px;
      }
      .words {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        padding: 6px 2px 6px 12px;
      }
      .bar {
        position: sticky;
        bottom: calc(16px + var(--bar-height, 0px));
        margin: 0 auto;
        width: max-content;
        max-width: 100%;
        display: flex;
        gap: 4px;
        align-items: center;
        padding: 7px 7px 7px 18px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 16px;
        box-shadow: var(--shadow-2);
        flex-wrap: wrap;
      }
    `]}render(){let{sightings:e,sightingsCursor:t,selected:n}=this.store.state,{zone:r}=this.services.site;return e.length===0?b`<fr-notice
        .icon=${i}
        heading=${O(`sightings.none.title`)}
        text=${O(`sightings.none.text`)}
      ></fr-notice>`:b`${Y(e,e=>x(e.start_s,r)).map(([e,t])=>b`<section>
            <h2>${this.#r(e)} <span class="muted small">${S(`people.sightings`,t.length)}</span></h2>
            <div class="all">${t.map(e=>this.#e(e))}</div>
          </section>`)}
      ${t?b`<button @click=${()=>void this.store.moreSightings()}>${O(`action.more`)}</button>`:C}
      ${n.size?this.#t([...n]):C} ${this.#n()}`}#e(e){let{zone:t}=this.services.site,n=this.store.state.selected.has(e.id),r=m(e.start_s,t,!0);return b`<div class="one ${n?`selected`:``}">
      <button
        class="pick"
        role="checkbox"
        aria-checked=${n}
        aria-label=${O(`sightings.pick`,{camera:D(e.camera),time:r})}
        @click=${()=>this.store.toggle(e.id)}
      >
        <fr-picture .src=${N(e.crop_id)}></fr-picture>
      </button>
      <div class="words">
        <div class="grow">
          <strong class="cut">${D(e.camera)}</strong>
          <p class="muted small numbers cut">
            ${r} · ${ge(e.last_seen_s-e.start_s)}
            ${e.firm?C:b`<span class="chip warn">${O(`band.unsure`)}</span>`}
          </p>
        </div>
        <fr-menu
          label=${O(`action.moreFor`,{name:r})}
          .items=${[{label:O(`sightings.moveTo`),action:()=>void this.#a([e.id])},{label:O(`sightings.splitOne`),action:()=>void this.#s([e.id])},{label:O(`sightings.splitFromHere`),action:()=>void this.#s(this.store.fromHereOn(e.id))},{label:O(`sightings.search`),action:()=>this.#i(e)}]}
        ></fr-menu>
      </div>
    </div>`}#t(e){return b`<div class="bar" role="toolbar" aria-label=${O(`people.selection`)}>
      <strong>${S(`people.selected`,e.length)}</strong>
      <button class="quiet" @click=${()=>void this.#a(e)}>
        <fr-icon path=${fe}></fr-icon>${O(`sightings.moveTo`)}
      </button>
      <button class="quiet" @click=${()=>void this.#s(e)}>
        <fr-icon path=${ve}></fr-icon>${O(`sightings.splitOff`)}
      </button>
      <button class="quiet icon" aria-label=${O(`people.clear`)} @click=${()=>this.store.clearSelection()}>
        <fr-icon path=${te}></fr-icon>
      </button>
    </div>`}#n(){return this.moving.length===0?C:b`<move-dialog
      .people=${this.store.state.others}
      .count=${this.moving.length}
      @closed=${()=>this.moving=[]}
      @picked=${e=>void this.#o(e.detail)}
    ></move-dialog>`}#r(e){let{site:t}=this.services,n={today:O(`day.today`),yesterday:O(`day.yesterday`)};return w(e,t.now_s(),t.zone,`en`,n)}#i(e){location.hash=Se([`search`,`new`],{sighting:e.id})}async#a(e){await this.#c(()=>this.store.loadOthers()),this.moving=e}#o({id:e,label:t}){let{moving:n}=this;return this.moving=[],this.#c(async()=>{let r=await this.store.move(n,e);this.services.toasts.done(S(`sightings.moved`,n.length,{name:t}),r)})}#s(e){return this.#c(async()=>{let t=await this.store.split(e),n=S(`sightings.split`,e.length,{name:t.identity.label});this.services.toasts.done(n,t.decision_ids)})}async#c(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};T([g({attribute:!1})],Z.prototype,`store`,void 0),T([A()],Z.prototype,`moving`,void 0),Z=T([y(`sightings-tab`)],Z);function lt(e){let t=e.changes.filter(e=>e.subject===`tracklet`&&e.field===`identity_id`).length;switch(e.kind){case`assign`:return ut(e);case`merge`:return S(`decision.merge`,t);case`split`:return S(`decision.split`,t);case`rename`:return dt(e);case`hide`:case`expose`:return O(ft(e)?`decision.${e.kind}`:`decision.${e.kind}Off`);default:return ue(`decision.${e.kind}`,e.kind)}}function ut(e){let[t]=e.explanation.candidates??[],n=t?.probability,r=e.outcome===null?`hand`:e.outcome;return r===`accept`&&n!==void 0?O(`decision.assign.acceptSure`,{percent:pt(n)}):ue(`decision.assign.${r}`,e.kind)}function dt(e){let t=e.changes.find(e=>e.field===`name`)?.after;return t?O(`decision.rename`,{name:String(t)}):O(`decision.renameOff`)}function ft(e){return e.changes.some(e=>e.after===!0)}function pt(e){let t=Math.min(99.9,100*e);return t>=99?t.toFixed(1):t.toFixed(0)}var mt=class extends v{constructor(){super(),h(this,()=>[this.store])}static{this.styles=[f,e,_,M`
      section {
        margin-bottom: 24px;
      }
      ol {
        margin-top: 8px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      li {
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 8px 10px 8px 18px;
        min-height: 56px;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      time {
        color: var(--ink-3);
        flex: none;
      }
      .undone p {
        text-decoration: line-through;
        color: var(--ink-3);
      }
    `]}render(){let{decisions:e,decisionsCursor:t}=this.store.state,{site:n}=this.services;if(e.length===0)return b`<fr-notice
        .icon=${ne}
        heading=${O(`history.none.title`)}
        text=${O(`history.none.text`)}
      ></fr-notice>`;let r={today:O(`day.today`),yesterday:O(`day.yesterday`)};return b`${Y(e,e=>x(e.at_s,n.zone)).map(([e,t])=>b`<section>
            <h2>${w(e,n.now_s(),n.zone,`en`,r)}</h2>
            <ol>${t.map(e=>this.#e(e))}</ol>
          </section>`)}
      ${t?b`<button @click=${()=>void this.store.moreDecisions()}>${O(`action.more`)}</button>`:C}`}#e(e){let t=e.actor!==`system`;return b`<li class=${e.undone?`undone`:``}>
      <time class="numbers">${m(e.at_s,this.services.site.zone,!0)}</time>
      <div class="grow">
        <p>${lt(e)}</p>
      </div>
      <span class="chip ${t?`accent`:``}">${O(t?`history.user`:`history.system`)}</span>
      ${e.undone?b`<span class="chip">${O(`history.undone`)}</span>`:b`<button class="quiet" @click=${()=>void this.#t(e)}>
            <fr-icon path=${se}></fr-icon>${O(`action.undo`)}
          </button>`}
    </li>`}async#t(e){let{toasts:t}=this.services;try{t.done(O(`undo.done`),await this.store.undo(e.id))}catch(e){t.failed(e)}}};T([g({attribute:!1})],mt.prototype,`store`,void 0),mt=T([y(`history-tab`)],mt);var Q=class extends E{constructor(...e){super(...e),this.tabs=[],this.current=``}static{this.styles=[f,M`
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
    `]}render(){return b`<div role="tablist" @keydown=${e=>this.#e(e)}>
      ${this.tabs.map(({name:e,label:t})=>b`<button
            role="tab"
            aria-selected=${e===this.current}
            tabindex=${e===this.current?0:-1}
            @click=${()=>this.#t(e)}
          >
            ${t}
          </button>`)}
    </div>`}#e(e){let t={ArrowRight:1,ArrowLeft:-1}[e.key];if(t===void 0)return;e.preventDefault();let n=this.tabs.length,r=(this.tabs.findIndex(({name:e})=>e===this.current)+t+n)%n;this.#t(this.tabs[r]?.name??``),this.renderRoot.querySelectorAll(`button`)[r]?.focus()}#t(e){this.dispatchEvent(new CustomEvent(`chosen`,{detail:e}))}};T([g({attribute:!1})],Q.prototype,`tabs`,void 0),T([g()],Q.prototype,`current`,void 0),Q=T([y(`fr-tabs`)],Q);var ht=class extends re{constructor(e,t){super({phase:`loading`,error:null,person:null,looks:[],sightings:[],sightingsCursor:null,decisions:[],decisionsCursor:null,others:[],selected:new Set}),this.api=e,this.identityId=t}async load(){try{let e=await this.api.get(this.#a());this.set({phase:`ready`,error:null,person:e}),await Promise.all([this.#e(),this.#t(),this.#n()])}catch(e){this.set({phase:`error`,error:p(e)})}}async loadOthers(){let e=await this.api.get(`identities`,{limit:200});this.set({others:e.items.filter(e=>e.id!==this.state.person?.id)})}async moreSightings(){let e=await this.#r(this.state.sightingsCursor);this.set({sightings:[...this.state.sightings,...e.items],sightingsCursor:e.cursor})}async moreDecisions(){let e=await this.#i(this.state.decisionsCursor);this.set({decisions:[...this.state.decisions,...e.items],decisionsCursor:e.cursor})}async change(e){let t=await this.api.patch(this.#a(),e);return await this.load(),t.decision_ids}async forget(){await this.api.delete(this.#a())}toggle(e){let t=new Set(this.state.selected);t.delete(e)||t.add(e),this.set({selected:t})}clearSelection(){this.set({selected:new Set})}async split(e){let t=`${this.#a()}/split`,n=await this.api.post(t,{sightings:e});return this.clearSelection(),await this.load(),n}async move(e,t){let n=[];try{for(let r of e){let e=`sightings/${encodeURIComponent(r)}/assign`,i=await this.api.post(e,{identity_id:t});n.push(...i.decision_ids)}}finally{this.clearSelection(),await this.load()}return n}fromHereOn(e){let t=this.state.sightings.find(t=>t.id===e);return t===void 0?[]:this.state.sightings.filter(e=>e.start_s>=t.start_s).map(e=>e.id)}async undo(e){let t=`decisions/${encodeURIComponent(e)}/undo`,n=await this.api.post(t);return await this.load(),n.decision_ids}async#e(){let e=await this.api.get(`${this.#a()}/templates`,{limit:24});this.set({looks:e.crops})}async#t(){let e=await this.#r(null);this.set({sightings:e.items,sightingsCursor:e.cursor})}async#n(){let e=await this.#i(null);this.set({decisions:e.items,decisionsCursor:e.cursor})}#r(e){return this.api.get(`${this.#a()}/sightings`,{cursor:e,limit:48})}#i(e){return this.api.get(`${this.#a()}/history`,{cursor:e,limit:50})}#a(){return`identities/${encodeURIComponent(this.identityId)}`}},gt=[`route`,`sightings`,`looks`,`history`],$=class extends v{#e;#t;constructor(){super(),this.identityId=``,this.store=null,this.#e=[],this.#t=0,h(this,()=>[this.services.router]),new be(this,()=>({u:()=>void this.services.toasts.undoLast(O(`undo.done`)),Escape:()=>this.services.router.go([`people`])}))}static{this.styles=[f,e,xe,M`
      :host {
        display: grid;
        gap: 22px;
        min-width: 0;
      }
      .back {
        justify-self: start;
        margin: 0 0 -12px -12px;
      }
      .head {
        height: 190px;
      }
      .body {
        height: 420px;
      }
    `]}willUpdate(e){if(!e.has(`identityId`))return;this.#o();let t=new ht(this.services.api,this.identityId),{live:n,toasts:r}=this.services;this.#e=[t.subscribe(()=>this.requestUpdate()),n.subscribe(({topic:e})=>e!==`health`&&this.#a()),n.onState(e=>e&&void t.load()),r.onUndone(()=>void t.load())],this.store=t,t.load()}disconnectedCallback(){super.disconnectedCallback(),this.#o()}render(){let{store:e}=this;return e===null?b``:b`<a class="button quiet back" href="#/people">
        <fr-icon path=${ye}></fr-icon>${O(`people.title`)}
      </a>
      ${this.#n(e)}`}#n(e){let{phase:t,person:n,error:r}=e.state;if(t===`loading`)return F(1,`head`).concat(F(1,`body`));if(n===null)return r?.isNotFound?b`<fr-notice
          .icon=${ce}
          heading=${O(`person.gone`)}
          text=${r.message}
        ></fr-notice>`:b`<fr-notice .error=${r} @again=${()=>void e.load()}></fr-notice>`;let i=this.#i();return b`<person-header .store=${e}></person-header>
      <fr-tabs
        .tabs=${gt.map(e=>({name:e,label:O(`person.tab.${e}`)}))}
        .current=${i}
        @chosen=${e=>this.services.router.refine({tab:e.detail===`route`?null:e.detail})}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${O(`person.tab.${i}`)}>${this.#r(i,e)}</div>`}#r(e,t){let{router:n}=this.services;switch(e){case`route`:return b`<route-tab
          .person=${t.state.person}
          .day=${n.state.place.params.get(`day`)??``}
        ></route-tab>`;case`sightings`:return b`<sightings-tab .store=${t}></sightings-tab>`;case`looks`:return b`<looks-tab .store=${t}></looks-tab>`;case`history`:return b`<history-tab .store=${t}></history-tab>`}}#i(){let e=this.services.router.state.place.params.get(`tab`);return gt.find(t=>t===e)??`route`}#a(){clearTimeout(this.#t),this.#t=window.setTimeout(()=>void this.store?.load(),600)}#o(){clearTimeout(this.#t);for(let e of this.#e)e();this.#e=[]}};T([g()],$.prototype,`identityId`,void 0),T([A()],$.prototype,`store`,void 0),$=T([y(`person-page`)],$);export{$ as PersonPage};