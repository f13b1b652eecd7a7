import{$ as e,D as t,E as n,F as r,G as i,H as a,I as o,J as s,K as c,L as l,M as u,N as ee,O as te,P as ne,Q as d,R as re,St as ie,Tt as f,U as ae,V as oe,Y as se,Z as ce,_ as le,a as p,at as m,c as ue,ct as de,d as fe,dt as h,et as g,f as _,ft as v,gt as y,h as pe,i as me,l as b,lt as x,mt as S,n as he,o as C,p as w,pt as T,q as ge,r as E,s as _e,st as D,tt as O,ut as k,v as ve,vt as A,x as ye,y as be,yt as j}from"./words-B-24pnu_.js";import{a as xe,i as Se,n as M,o as N,r as P}from"./vars-CgYANbMy.js";import{t as Ce}from"./index-Z7mAiVH6.js";import"./fr-timeline-C5LHtBXd.js";import"./term-bars-BadZYZrf.js";var F=class extends T{constructor(...e){super(...e),this.items=[],this.label=``}static{this.styles=[d,e,j`
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
    `]}render(){return y`<button
        class="quiet icon"
        aria-label=${this.label}
        aria-haspopup="menu"
        @click=${e=>this.#e(e)}
      >
        <fr-icon path=${ee}></fr-icon>
      </button>
      <div class="list" popover role="menu" @keydown=${e=>this.#t(e)}>
        ${this.items.map(e=>y`<button
              role="menuitem"
              class="quiet ${e.danger?`danger`:``}"
              @click=${t=>{t.stopPropagation(),this.list.hidePopover(),e.action()}}
            >
              ${e.icon?y`<fr-icon path=${e.icon}></fr-icon>`:``}${e.label}
            </button>`)}
      </div>`}#e(e){e.stopPropagation(),e.preventDefault(),this.list.togglePopover();let t=this.opener.getBoundingClientRect(),{offsetWidth:n,offsetHeight:r}=this.list,i=Math.max(8,Math.min(t.right-n,innerWidth-n-8)),a=t.bottom+4+r<innerHeight;this.list.style.left=`${i}px`,this.list.style.top=`${a?t.bottom+4:Math.max(8,t.top-r-4)}px`,this.list.querySelector(`button`)?.focus()}#t(e){let t={ArrowDown:1,ArrowUp:-1}[e.key];if(t===void 0)return;e.preventDefault();let n=[...this.list.querySelectorAll(`button`)];n[(n.indexOf(this.renderRoot.querySelector(`button:focus`))+t+n.length)%n.length]?.focus()}};w([h({attribute:!1})],F.prototype,`items`,void 0),w([h()],F.prototype,`label`,void 0),w([N(`.list`)],F.prototype,`list`,void 0),w([N(`button`)],F.prototype,`opener`,void 0),F=w([v(`fr-menu`)],F);var I=class extends T{constructor(...e){super(...e),this.checked=!1,this.disabled=!1,this.label=``}static{this.styles=[d,j`
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
    `]}render(){return y`<label
      ><input
        type="checkbox"
        role="switch"
        .checked=${this.checked}
        ?disabled=${this.disabled}
        @change=${e=>this.#e(e.target)}
      />${this.label}</label
    >`}#e(e){let t=e.checked;e.checked=this.checked,this.dispatchEvent(new CustomEvent(`changed`,{detail:t}))}};w([h({type:Boolean})],I.prototype,`checked`,void 0),w([h({type:Boolean})],I.prototype,`disabled`,void 0),w([h()],I.prototype,`label`,void 0),I=w([v(`fr-switch`)],I);var L=class extends T{constructor(...e){super(...e),this.looks=[],this.current=null}static{this.styles=[d,e,j`
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
    `]}render(){return y`<fr-dialog wide heading=${D(`person.choosePhoto`)} @closed=${()=>this.#e(`closed`)}>
      <div class="all">
        ${this.looks.filter(e=>e.has_picture).map(e=>y`<button
                class="one"
                aria-pressed=${e.id===this.current}
                aria-label=${D(`person.photoFrom`,{camera:E(e.camera)})}
                @click=${()=>this.#e(`picked`,e.id)}
              >
                <fr-picture .src=${M(e.id)}></fr-picture>
              </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};w([h({attribute:!1})],L.prototype,`looks`,void 0),w([h()],L.prototype,`current`,void 0),L=w([v(`feature-picker`)],L);var R=class extends _{constructor(){super(),this.open=`none`,m(this,()=>[this.store])}static{this.styles=[d,e,g,O,j`
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
    `]}render(){let e=this.store.state.person;return e===null?S:y`<div class="head">
        <button class="photo" @click=${()=>this.open=`feature`}>
          <fr-picture .src=${M(e.crop_id)} alt=${e.label}></fr-picture>
          <span>${D(`person.choosePhoto`)}</span>
        </button>
        <div class="who">
          ${this.open===`name`?this.#t(e):this.#e(e)}
          <p class="muted">${this.#n(e)}</p>
          <p class="row wrap">
            ${e.on_site?y`<span class="chip good">${D(`people.here`)}</span>`:S}
            <span class="chip">${x(`people.sightings`,e.sightings)}</span>
            ${e.words?y`<span class="chip">${e.words}</span>`:S}
            ${e.hidden?y`<span class="chip warn">${D(`people.hidden`)}</span>`:S}
            ${e.redirected_from?y`<span class="chip">${D(`person.redirected`)}</span>`:S}
          </p>
          <div class="sets">
            <fr-switch
              .checked=${e.exposed}
              label=${D(`person.exposed`)}
              @changed=${e=>void this.#i({exposed:e.detail})}
            ></fr-switch>
          </div>
        </div>
        <div class="does">
          <a class="button" href=${Ce([`search`,`new`],{identity:e.id})}>
            <fr-icon path=${ve}></fr-icon>${D(`person.searchMore`)}
          </a>
          <fr-menu
            label=${D(`action.moreFor`,{name:e.label})}
            .items=${[{label:D(`people.rename`),icon:s,action:()=>this.open=`name`},{label:e.hidden?D(`people.show`):D(`people.hide`),icon:e.hidden?o:r,action:()=>void this.#i({hidden:!e.hidden})},{label:D(`people.delete`),icon:u,danger:!0,action:()=>this.open=`forget`}]}
          ></fr-menu>
        </div>
      </div>
      ${this.#r(e)}`}#e(e){return y`<h1>
      <span class="cut">${e.label}</span>
      <button
        class="quiet icon"
        aria-label=${D(`people.renameOf`,{name:e.label})}
        @click=${()=>this.open=`name`}
      >
        <fr-icon path=${s}></fr-icon>
      </button>
    </h1>`}#t(e){return y`<name-editor
      .value=${e.name??``}
      label=${D(`people.nameOf`,{name:e.label})}
      @cancelled=${()=>this.open=`none`}
      @named=${e=>{this.open=`none`,this.#i({name:e.detail||null})}}
    ></name-editor>`}#n(e){if(e.last_seen_s===null||e.last_camera===null)return D(`people.never`);let t=this.services.site.now_s()-e.last_seen_s,n=e.on_site?D(`people.now`):he(t);return D(`person.lastSeen`,{camera:E(e.last_camera),when:n})}#r(e){return this.open===`feature`?y`<feature-picker
        .looks=${this.store.state.looks}
        .current=${e.crop_id}
        @closed=${()=>this.open=`none`}
        @picked=${e=>{this.open=`none`,this.#i({feature_crop_id:e.detail})}}
      ></feature-picker>`:this.open===`forget`?y`<fr-dialog heading=${x(`forget.title`,1)} @closed=${()=>this.open=`none`}>
      <p>${D(`forget.text`,{names:e.label})}</p>
      <button slot="actions" @click=${()=>this.open=`none`}>${D(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#a()}>
        ${D(`forget.do`)}
      </button>
    </fr-dialog>`:S}async#i(e){let{toasts:t}=this.services;try{t.done(D(`person.changed`),await this.store.change(e))}catch(e){t.failed(e)}}async#a(){let{toasts:e,router:t}=this.services;try{await this.store.forget(),e.done(x(`forget.done`,1)),t.go([`people`])}catch(t){e.failed(t)}}};w([h({attribute:!1})],R.prototype,`store`,void 0),w([k()],R.prototype,`open`,void 0),R=w([v(`person-header`)],R);var we=.14;function Te(e,t,n){let r=[],i=[],a=[],o=null;return e.forEach((e,s)=>{let c=n.get(e.camera);if(c===void 0){i.push(s+1);return}let l={number:s+1,leg:e,at:c};if(r.push(l),o!==null&&!je(o.stop.at,c)){let n=s-o.index>1,r=n?e.start_s-o.stop.leg.end_s:t[s-1]?.seconds??0;a.push({from:o.stop.at,to:c,bend:Ae(o.stop.at,c),style:ke(o.stop.leg,e,r,n),gap_s:r})}o={index:s,stop:l}}),{stops:r,lines:a,unplaced:i}}function Ee(e){let t=new Map;for(let{leg:n,at:r,number:i}of e){let e=t.get(n.camera);e?e.numbers.push(i):t.set(n.camera,{at:r,camera:n.camera,numbers:[i]})}return[...t.values()]}function De(e,t){let n=null;for(let r of e.stops){if(t<r.leg.start_s){if(n===null)return null;let e=r.leg.start_s-n.leg.end_s,i=e>0?(t-n.leg.end_s)/e:1;return Oe(n.at,Ae(n.at,r.at),r.at,i)}if(t<=r.leg.end_s)return r.at;n=r}return null}function Oe(e,t,n,r){let i=1-r,[a,o,s]=[i*i,2*i*r,r*r];return{x:a*e.x+o*t.x+s*n.x,y:a*e.y+o*t.y+s*n.y}}function ke(e,t,n,r){return r||n>300?`dotted`:e.certainty===`unsure`||t.certainty===`unsure`?`dashed`:`solid`}function Ae(e,t){let[n,r]=[t.x-e.x,t.y-e.y];return{x:(e.x+t.x)/2-we*r,y:(e.y+t.y)/2+we*n}}function je(e,t){return e.x===t.x&&e.y===t.y}var Me=1e3,Ne=640,Pe=.16;function Fe(e,t,n=null){let r=e?.placements??[],i=Ie((e?.floors??[]).filter(e=>n===null||e.id===n),r,t),a=r.filter(e=>e.floor_id===i?.id);if(i!==null&&a.length>0){let e=new Map(a.map(e=>[e.camera,{x:e.x,y:e.y}]));return{width:i.width,height:i.height,floor:i,at:e,placements:a,schematic:!1}}return{width:Me,height:Ne,floor:null,at:Le(e,t),placements:[],schematic:!0}}function Ie(e,t,n){let r=new Set(n),i=e=>t.filter(t=>t.floor_id===e.id&&r.has(t.camera)).length,[a=null]=[...e].sort((e,t)=>i(t)-i(e)||e.level-t.level);return a}function Le(e,t){let n=new Map((e?.cameras??[]).flatMap(e=>e.suggested?[[e.name,e.suggested]]:[])),r=t.every(e=>n.has(e)),i=[...new Set(t)];return new Map(i.map((e,t)=>{let a=(r?n.get(e):null)??Re(t,i.length);return[e,{x:ze(a.x)*Me,y:ze(a.y)*Ne}]}))}function Re(e,t){let n=2*Math.PI*e/Math.max(1,t)-Math.PI,r=t>1?.5:0;return{x:.5+r*Math.cos(n),y:.5+r*Math.sin(n)}}function ze(e){return Pe+(1-2*Pe)*e}var Be=3;function Ve(e,t){let{layout:n,walker:r}=e;return A`${n.lines.map(({from:e,bend:t,to:n,style:r})=>A`<path class="route ${r}" d="M${e.x} ${e.y}Q${t.x} ${t.y} ${n.x} ${n.y}"></path>`)}${He(e)}${Ue(e,t)}${r?A`<circle class="walker" cx=${r.x} cy=${r.y} r=${t*1.3}></circle>`:S}`}function He({trails:e,layout:t}){let n=new Set(t.stops.map(e=>e.leg.sighting_id));return[...e?.values()??[]].filter(e=>e.calibrated&&n.has(e.sighting_id)).map(e=>{let t=e.points.map(e=>`${e.x},${e.y}`).join(` `);return A`<polyline class="trail" points=${t}></polyline>`})}function Ue({layout:e,chosen:t,onStop:n},r){return Ee(e.stops).map(({at:i,numbers:a,camera:o})=>{let s=e.stops.filter(e=>e.leg.camera===o),c=s.some(e=>e.leg.sighting_id===t),l=a.length>Be?`${a.slice(0,2).join(` `)} …`:a.join(` `),u=r*(1.1+.75*l.length);return A`<g class="stop ${c?`chosen`:``}"
        @click=${()=>n?.(s[0]?.leg.sighting_id??``)}>
      <rect class="ring" x=${i.x-u} y=${i.y-r*2} width=${2*u} height=${r*4} rx=${r*2}></rect>
      <text x=${i.x} y=${i.y+r*.85} font-size=${r*2.3}>${l}</text>
    </g>`})}function We(e,t,n,r){let i=Math.min(359.9,Math.max(1,n))/2,a=Ge(e,t-i,r),o=Ge(e,t+i,r),s=+(n>180);return`M${z(e)}L${z(a)}A${B(r)} ${B(r)} 0 ${s} 1 ${z(o)}Z`}function Ge(e,t,n){let r=t*Math.PI/180;return{x:e.x+n*Math.sin(r),y:e.y-n*Math.cos(r)}}function z(e){return`${B(e.x)} ${B(e.y)}`}function B(e){return Math.round(e*100)/100}var Ke=8;function V(e,t){return{x:0,y:0,width:e,height:t}}function qe(e,t,n,r){let i=Math.min(t.width,Math.max(t.width/Ke,e.width/n)),a=i/e.width;return Ye({x:r.x-(r.x-e.x)*a,y:r.y-(r.y-e.y)*a,width:i,height:e.height*a},t)}function Je(e,t,n,r){return Ye({...e,x:e.x+n,y:e.y+r},t)}function Ye(e,t){return{...e,x:Math.min(t.x+t.width-e.width,Math.max(t.x,e.x)),y:Math.min(t.y+t.height-e.height,Math.max(t.y,e.y))}}var Xe=[d,e,j`
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
  `],Ze=6.4,H=class extends _{constructor(...e){super(...e),this.layer=()=>S,this.lit=null,this.label=``,this.cones=!0,this.view=null,this.picture=null,this.width=600,this.#e={observer:null,height:400},this.#t=null,this.#n=null,this.#r=!1,this.#i=new Map}#e;#t;#n;#r;#i;static{this.styles=Xe}willUpdate(e){if(!e.has(`places`))return;let t=e.get(`places`),{width:n,height:r,floor:i}=this.places;(t?.width!==n||t.height!==r)&&(this.view=V(n,r)),t?.floor!==i&&this.#h()}firstUpdated(){this.#e.observer=new ResizeObserver(([e])=>{this.#e.height=e?.contentRect.height??400,this.width=e?.contentRect.width??600}),this.#e.observer.observe(this.drawing)}disconnectedCallback(){super.disconnectedCallback(),this.#e.observer?.disconnect(),this.#g()}get unit(){let{width:e,height:t}=this.view??this.places,n=t/Math.max(1,this.#e.height);return Ze*Math.max(e/Math.max(1,this.width),n)}render(){let e=this.view??V(this.places.width,this.places.height),{unit:t}=this;return y`<div class="frame">
      <svg
        class="plan"
        viewBox="${e.x} ${e.y} ${e.width} ${e.height}"
        role="img"
        aria-label=${this.label||D(`plan.label`)}
        @wheel=${e=>this.#u(e)}
        @pointerdown=${e=>this.#d(e)}
        @pointermove=${e=>this.#f(e)}
        @pointerup=${e=>this.#p(e)}
        @pointercancel=${e=>this.#i.delete(e.pointerId)}
      >
        ${this.#a()} ${this.#o(t)} ${this.layer(t)}
      </svg>
      <div class="zoom">
        ${this.#c(1.5,a,D(`plan.closer`))}
        ${this.#c(1/1.5,oe,D(`plan.further`))}
      </div>
      ${this.places.schematic?y`<p class="hint">${D(`plan.schematic`)}</p>`:S}
    </div>`}#a(){let{width:e,height:t}=this.places;return this.picture?A`<image class="picture" href=${this.picture} width=${e} height=${t}></image>`:A`<rect class="paper" width=${e} height=${t}></rect>`}#o(e){let t=this.cones?this.places.placements.map(e=>A`<path class="cone ${this.#s(e.camera)}"
              d=${We(e,e.heading_deg,e.view_deg,e.range_units)}></path>`):[],n=[...this.places.at].map(([t,n])=>A`<g class="camera ${this.#s(t)}">
          <circle cx=${n.x} cy=${n.y} r=${e*1.1}></circle>
          <text x=${n.x} y=${n.y+e*4.6} font-size=${e*2.3}>${E(t)}</text>
        </g>`);return[...t,...n]}#s(e){return this.lit!==null&&!this.lit.has(e)?`dim`:``}#c(e,t,n){return y`<button class="icon" aria-label=${n} title=${n} @click=${()=>this.#l(e)}>
      <fr-icon path=${t}></fr-icon>
    </button>`}#l(e,t){let n=this.view??V(this.places.width,this.places.height),r={x:n.x+n.width/2,y:n.y+n.height/2},i=V(this.places.width,this.places.height);this.view=qe(n,i,e,t??r)}#u(e){(e.ctrlKey||e.metaKey)&&(e.preventDefault(),this.#l(Math.exp(-e.deltaY/200),this.#m(e)))}#d(e){this.#i.set(e.pointerId,{x:e.clientX,y:e.clientY}),this.#n=this.#m(e),this.#r=!1}#f(e){let t=this.#i.get(e.pointerId);if(t===void 0||this.view===null)return;let n={x:e.clientX,y:e.clientY},[r]=[...this.#i].filter(([t])=>t!==e.pointerId);if(r){let i=Qe(n,r[1])/Math.max(1,Qe(t,r[1]));this.#l(i,this.#m(e))}else if(this.#n&&(this.#r||Qe(n,t)>3)){this.#r=!0;let t=this.#m(e),n=V(this.places.width,this.places.height);this.view=Je(this.view,n,this.#n.x-t.x,this.#n.y-t.y)}else return;this.#i.set(e.pointerId,n)}#p(e){this.#i.delete(e.pointerId),this.#r||this.dispatchEvent(new CustomEvent(`press`,{detail:this.#m(e)}))}#m(e){return this.toPlan(e.clientX,e.clientY)}toPlan(e,t){let n=this.drawing.getScreenCTM()?.inverse(),{x:r,y:i}=new DOMPoint(e,t).matrixTransform(n);return{x:r,y:i}}async#h(){this.#g();let{floor:e}=this.places;if(!e?.has_picture)return;let t=`floors/${encodeURIComponent(e.id)}/picture`;this.#t=t;try{let e=await this.services.pictures.acquire(t);this.#t===t&&(this.picture=e)}catch{}}#g(){this.#t!==null&&this.services.pictures.release(this.#t),this.#t=null,this.picture=null}};w([h({attribute:!1})],H.prototype,`places`,void 0),w([h({attribute:!1})],H.prototype,`layer`,void 0),w([h({attribute:!1})],H.prototype,`lit`,void 0),w([h()],H.prototype,`label`,void 0),w([h({type:Boolean})],H.prototype,`cones`,void 0),w([k()],H.prototype,`view`,void 0),w([k()],H.prototype,`picture`,void 0),w([k()],H.prototype,`width`,void 0),w([N(`svg.plan`)],H.prototype,`drawing`,void 0),H=w([v(`fr-plan`)],H);function Qe(e,t){return Math.hypot(e.x-t.x,e.y-t.y)}var U=class extends T{constructor(...e){super(...e),this.legs=[],this.gaps=[],this.offset=0,this.chosen=``}static{this.styles=[d,g,j`
      ol {
        display: grid;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        padding: 8px;
        max-height: var(--legs-height, 1000px);
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
    `]}render(){return y`<ol aria-label=${D(`route.legs`)}>
      ${this.legs.map((e,t)=>this.#e(e,t))}
    </ol>`}#e(e,t){let n=t>0?this.gaps[this.offset+t-1]:void 0;return y`<li class=${e.sighting_id===this.chosen?`chosen`:``}>
      ${n?y`<p class="gap ${n.seconds>300?`long`:``}">${me(n.seconds)}</p>`:S}
      <button
        aria-current=${e.sighting_id===this.chosen}
        @click=${()=>this.dispatchEvent(new CustomEvent(`choose`,{detail:e.sighting_id}))}
      >
        <span class="number">${this.offset+t+1}</span>
        <span>
          <strong>${E(e.camera)}</strong>
          <span class="muted small numbers"
            ><br />${p(e.start_s,this.zone,!0)} · ${_e(e.end_s-e.start_s)}</span
          >
          <span class="chip ${e.certainty===`unsure`?`warn`:``}"
            >${D(`band.${e.certainty}`)}</span
          >
        </span>
        <fr-picture .src=${M(e.crop_id)}></fr-picture>
      </button>
    </li>`}};w([h({attribute:!1})],U.prototype,`legs`,void 0),w([h({attribute:!1})],U.prototype,`gaps`,void 0),w([h({type:Number})],U.prototype,`offset`,void 0),w([h()],U.prototype,`chosen`,void 0),w([h({attribute:!1})],U.prototype,`zone`,void 0),U=w([v(`leg-list`)],U);var $e=4,W=class extends T{constructor(...e){super(...e),this.first=null,this.second=null,this.terms=[],this.conclusion=``}static{this.styles=[d,j`
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
    `]}render(){return y`<div class="sides">
        ${[this.first,this.second].map(e=>e?this.#e(e):S)}
      </div>
      ${this.conclusion?y`<p class="conclusion">${this.conclusion}</p>`:S}
      ${this.terms.length?y`<term-bars .terms=${this.terms}></term-bars>`:S}`}#e(e){let t=e.crops.filter(e=>e.has_picture).slice(0,$e);return y`<div>
      <h3>${E(e.camera)}</h3>
      <div class="crops">
        ${t.map(t=>y`<fr-picture .src=${M(t.id)} alt=${e.camera}></fr-picture>`)}
        ${t.length===0?y`<fr-picture alt=${D(`picture.expired`)}></fr-picture>`:S}
      </div>
    </div>`}};w([h({attribute:!1})],W.prototype,`first`,void 0),w([h({attribute:!1})],W.prototype,`second`,void 0),w([h({attribute:!1})],W.prototype,`terms`,void 0),w([h()],W.prototype,`conclusion`,void 0),W=w([v(`evidence-view`)],W);var G=class extends _{constructor(...e){super(...e),this.previous=null,this.identityId=``,this.sighting=null,this.earlier=null,this.explanation=null,this.playing=!1,this.problem=``}static{this.styles=[d,e,j`
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
    `]}willUpdate(e){let t=e.get(`leg`);e.has(`leg`)&&t?.sighting_id!==this.leg.sighting_id&&this.#e()}render(){let{previous:e,leg:t,explanation:n}=this;return y`<section class="card">
      <div class="head">
        <h2 class="grow">
          ${e?D(`leg.between`,{a:E(e.camera),b:E(t.camera)}):E(t.camera)}
        </h2>
        <button class="quiet" @click=${()=>this.playing=!this.playing}>
          <fr-icon path=${se}></fr-icon>${D(`leg.clip`)}
        </button>
      </div>
      ${this.playing?y`<fr-clip .sightingId=${t.sighting_id}></fr-clip>`:S}
      <evidence-view
        .first=${this.earlier}
        .second=${this.sighting}
        .terms=${n?.terms??[]}
        conclusion=${n?.conclusion??``}
      ></evidence-view>
      ${this.problem?y`<p class="muted">${this.problem}</p>`:S}
      ${e?y`<div class="answers">
            <button @click=${()=>void this.#t()}>${D(`answer.same`)}</button>
            <button @click=${()=>void this.#n()}>${D(`answer.different`)}</button>
            <a class="button quiet" href="#/settings?why=${encodeURIComponent(e.sighting_id)},${encodeURIComponent(t.sighting_id)}">
              <fr-icon path=${c}></fr-icon>${D(`leg.why`)}
            </a>
          </div>`:S}
    </section>`}async#e(){let{leg:e,previous:t}=this,{api:n}=this.services;this.playing=!1,this.problem=``;let r=e=>n.get(`sightings/${encodeURIComponent(e)}`);try{let[i,a,o]=await Promise.all([r(e.sighting_id),t?r(t.sighting_id):null,t?n.post(`explain`,{a:t.sighting_id,b:e.sighting_id}):null]);if(this.leg!==e&&this.leg.sighting_id!==e.sighting_id)return;Object.assign(this,{sighting:i,earlier:a,explanation:o})}catch(e){this.problem=f(e).message}}async#t(){let{api:e,toasts:t}=this.services;try{let n=`sightings/${encodeURIComponent(this.leg.sighting_id)}/assign`,r=await e.post(n,{identity_id:this.identityId});t.done(D(`leg.sameDone`),r.decision_ids)}catch(e){t.failed(e)}}async#n(){let{api:e,toasts:t}=this.services;try{let n=`identities/${encodeURIComponent(this.identityId)}/split`,r=await e.post(n,{sightings:[this.leg.sighting_id]});t.done(x(`sightings.split`,1,{name:r.identity.label}),r.decision_ids)}catch(e){t.failed(e)}}};w([h({attribute:!1})],G.prototype,`leg`,void 0),w([h({attribute:!1})],G.prototype,`previous`,void 0),w([h()],G.prototype,`identityId`,void 0),w([k()],G.prototype,`sighting`,void 0),w([k()],G.prototype,`earlier`,void 0),w([k()],G.prototype,`explanation`,void 0),w([k()],G.prototype,`playing`,void 0),w([k()],G.prototype,`problem`,void 0),G=w([v(`leg-detail`)],G);function et(e,t){let n=URL.createObjectURL(e),r=document.createElement(`a`);r.href=n,r.download=t,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var tt=class extends ie{#e;constructor(e,t){super({job:null,error:null}),this.api=e,this.#e=t.subscribe(e=>{let t=e.data;e.topic===`jobs`&&t.id===this.state.job?.id&&this.set({job:t})})}async start(e){await this.#t(()=>this.api.post(`exports`,e))}async cancel(){let{job:e}=this.state;e&&await this.#t(()=>this.api.delete(`jobs/${encodeURIComponent(e.id)}`))}stop(){this.#e()}async#t(e){try{this.set({job:await e(),error:null})}catch(e){this.set({error:f(e)})}}},nt=[`mp4`,`frigate_case`,`picture`,`json`],K=class extends _{constructor(...e){super(...e),this.request={},this.format=`mp4`,this.blurOthers=!0,this.pseudonymise=!1,this.store=null,this.#e=()=>void 0}#e;static{this.styles=[d,e,O,j`
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
    `]}disconnectedCallback(){super.disconnectedCallback(),this.#e(),this.store?.stop()}render(){let e=this.store?.state.job??null;return y`<fr-dialog heading=${D(`export.title`)} @closed=${()=>this.#o()}>
      ${e?this.#n(e):this.#t()} ${this.#r(e)}
    </fr-dialog>`}#t(){let e=this.store?.state.error;return y`<fieldset>
        <legend>${D(`export.format`)}</legend>
        ${nt.map(e=>y`<label class="check"
              ><input
                type="radio"
                name="format"
                .checked=${e===this.format}
                @change=${()=>this.format=e}
              />${D(`export.format.${e}`)}</label
            >`)}
      </fieldset>
      <fr-switch
        label=${D(`export.blur`)}
        .checked=${this.blurOthers}
        @changed=${e=>this.blurOthers=e.detail}
      ></fr-switch>
      <fr-switch
        label=${D(`export.pseudonymise`)}
        .checked=${this.pseudonymise}
        @changed=${e=>this.pseudonymise=e.detail}
      ></fr-switch>
      ${e?y`<p class="bad" role="alert">${e.message}</p>`:S}`}#n(e){return y`<p>${D(`job.${e.state}`)}</p>
      <progress max="1" .value=${e.progress} aria-label=${D(`export.title`)}></progress>
      ${e.message?y`<p class="muted">${e.message}</p>`:S}`}#r(e){return e===null?y`<button slot="actions" class="primary" @click=${()=>void this.#i()}>
        ${D(`export.start`)}
      </button>`:e.state===`done`?y`<button slot="actions" class="primary" @click=${()=>void this.#a(e)}>
        ${D(`export.save`)}
      </button>`:e.state===`waiting`||e.state===`running`?y`<button slot="actions" @click=${()=>void this.store?.cancel()}>
        ${D(`action.cancel`)}
      </button>`:y`<button slot="actions" @click=${()=>this.#o()}>${D(`action.close`)}</button>`}async#i(){let e=new tt(this.services.api,this.services.live);this.#e(),this.#e=e.subscribe(()=>this.requestUpdate()),this.store=e,await e.start({...this.request,format:this.format,blur_others:this.blurOthers,pseudonymise:this.pseudonymise})}async#a(e){try{let t=await this.services.api.blob(`exports/${encodeURIComponent(e.id)}/file`),n=e.result?.file_name;et(t,typeof n==`string`?n:`route.${rt[this.format]}`)}catch(e){this.services.toasts.failed(e)}}#o(){this.dispatchEvent(new CustomEvent(`closed`))}};w([h({attribute:!1})],K.prototype,`request`,void 0),w([k()],K.prototype,`format`,void 0),w([k()],K.prototype,`blurOthers`,void 0),w([k()],K.prototype,`pseudonymise`,void 0),w([k()],K.prototype,`store`,void 0),K=w([v(`export-dialog`)],K);var rt={mp4:`mp4`,frigate_case:`zip`,picture:`png`,json:`json`},q=class extends _{constructor(...e){super(...e),this.request={},this.open=!1}static{this.styles=[d,e]}render(){return y`<button @click=${()=>this.open=!0}>
        <fr-icon path=${ne}></fr-icon>${D(`export.title`)}
      </button>
      ${this.open?y`<export-dialog
            .request=${this.request}
            @closed=${()=>this.open=!1}
          ></export-dialog>`:S}`}};w([h({attribute:!1})],q.prototype,`request`,void 0),w([k()],q.prototype,`open`,void 0),q=w([v(`export-button`)],q);var it=4,at=8,ot=class extends ie{constructor(e,t,n){super({phase:`loading`,error:null,day:``,route:null,plan:null,cameras:[],trails:new Map,chosen:``,range:null,at_s:null,playing:!1}),this.api=e,this.identityId=t,this.zone=n}async load(e){let t=e!==this.state.day;t&&this.set({day:e,phase:`loading`,range:null,at_s:null,playing:!1});let[n,r]=fe(e,this.zone);try{let i=`identities/${encodeURIComponent(this.identityId)}/route`,a=await this.api.get(i,{from:n,to:r});if(this.state.day!==e)return;this.set({phase:`ready`,error:null,route:a}),t&&this.set({chosen:a.legs[0]?.sighting_id??``}),await this.#t(a)}catch(t){this.state.day===e&&this.set({phase:`error`,error:f(t)})}}step(e){return ue(this.state.day,e)}today(e){return b(e,this.zone)}choose(e){this.set({chosen:e})}brush(e){this.set({range:e})}scrub(e){this.set({at_s:e,playing:!1,...this.#e(e)})}play(e){let t=this.legs[0];if(t===void 0)return;let n=this.legs.at(-1)?.end_s??t.end_s,{at_s:r}=this.state,i=r===null||r>=n?t.start_s:r;this.set({playing:e,at_s:i})}advance(e){let{at_s:t,playing:n}=this.state;if(!n||t===null)return;let r=this.legs.find(e=>e.end_s>t);if(r===void 0){this.set({playing:!1});return}let i=r.start_s-t,a=i>32?i/it:at,o=t+e*(i>0?a:at),s=i>0?Math.min(o,r.start_s+.001):Math.min(o,r.end_s);this.set({at_s:s,...this.#e(s)})}get legs(){let{route:e,range:t}=this.state,n=e?.legs??[];return t===null?n:n.filter(e=>e.end_s>=t[0]&&e.start_s<=t[1])}#e(e){let t=this.legs.findLast(t=>t.start_s<=e);return t?{chosen:t.sighting_id}:{}}async#t(e){try{let{items:t}=await this.api.get(`cameras`);this.set({cameras:t.map(e=>e.name)});let n=await this.api.get(`plan`);this.set({plan:n});let r=e.legs.slice(-50).map(e=>e.sighting_id);if(n.placements.length===0||r.length===0)return;let i=await this.api.get(`plan/trail`,{sighting_id:r});this.set({trails:new Map(i.items.map(e=>[e.sighting_id,e]))})}catch{}}},st=[d,e,O,Se,j`
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
    leg-list {
      grid-column: 2;
      grid-row: 1 / span 2;
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
      leg-list {
        grid-column: 1;
        grid-row: auto;
        --legs-height: 60vh;
      }
    }
  `],J=class extends _{#e;#t;#n;constructor(){super(),this.person=null,this.day=``,this.store=null,this.#e=()=>void 0,this.#t=0,this.#n=0,new xe(this,()=>({" ":()=>this.#f(),ArrowLeft:()=>this.#u(-1),ArrowRight:()=>this.#u(1)}))}static{this.styles=st}willUpdate(e){let{person:t}=this;if(t===null)return;let n=e.get(`person`);(this.store===null||n&&n.id!==t.id)&&this.#c(t.id),(e.has(`person`)||e.has(`day`))&&this.store?.load(this.#l(t))}disconnectedCallback(){super.disconnectedCallback(),this.#e(),cancelAnimationFrame(this.#t),this.store=null}render(){let{store:e}=this;return e===null?S:y`<div class="bar">
        ${this.#r(e)}
        <span class="grow"></span>
        ${e.legs.length?y`<button @click=${()=>this.#f()}>
                <fr-icon path=${e.state.playing?ge:se}></fr-icon>
                ${e.state.playing?D(`route.pause`):D(`route.play`)}
              </button>
              <export-button
                .request=${{identity_id:this.person?.id,from_s:e.state.range?.[0]??e.state.route?.from_s,to_s:e.state.range?.[1]??e.state.route?.to_s}}
              ></export-button>`:S}
      </div>
      ${this.#i(e)}`}#r(e){let{site:r}=this.services,i={today:D(`day.today`),yesterday:D(`day.yesterday`)},a=e.state.day||this.day,o=a>=e.today(r.now_s());return y`<div class="row">
      <button class="icon" aria-label=${D(`day.before`)} @click=${()=>this.#u(-1)}>
        <fr-icon path=${n}></fr-icon>
      </button>
      <label class="date"
        ><strong>${a?C(a,r.now_s(),r.zone,`en`,i):``}</strong>
        <input
          type="date"
          aria-label=${D(`day.choose`)}
          .value=${a}
          max=${e.today(r.now_s())}
          @change=${e=>this.#d(e.target.value)}
      /></label>
      <button class="icon" aria-label=${D(`day.after`)} ?disabled=${o} @click=${()=>this.#u(1)}>
        <fr-icon path=${t}></fr-icon>
      </button>
    </div>`}#i(e){let{phase:t,error:n,route:r}=e.state;return t===`loading`?P(1,`bones`):t===`error`&&r===null?y`<fr-notice .error=${n} @again=${()=>void e.load(e.state.day)}></fr-notice>`:r?.legs.length?this.#a(e):y`<fr-notice
        .icon=${ae}
        heading=${D(`route.none.title`)}
        text=${D(`route.none.text`)}
      ></fr-notice>`}#a(e){let{legs:t}=e,{chosen:n,route:r}=e.state,i=r?.legs??[],a=Math.max(0,i.findIndex(e=>e===t[0])),o=i.find(e=>e.sighting_id===n);return y`<div class="two">
      <div class="stack drawn">
        ${this.#o(e,a)}
        <div class="card">${this.#s(e)}</div>
      </div>
      <leg-list
        .legs=${t}
        .gaps=${r?.gaps??[]}
        .offset=${a}
        .chosen=${n}
        .zone=${this.services.site.zone}
        @choose=${t=>e.choose(t.detail)}
      ></leg-list>
      ${o?y`<leg-detail
            .leg=${o}
            .previous=${i[i.indexOf(o)-1]??null}
            .identityId=${this.person?.id??``}
          ></leg-detail>`:S}
    </div>`}#o(e,t){let{legs:n}=e,{chosen:r,trails:i,plan:a,at_s:o,route:s,cameras:c}=e.state,l=s?.legs.map(e=>e.camera)??[],u=Fe(a,[...new Set([...c,...l])]),ee=Te(n,s?.gaps.slice(t)??[],u.at),te={layout:ee,trails:i,chosen:r,walker:o===null?null:De(ee,o),onStop:t=>e.choose(t)};return y`<fr-plan
      .places=${u}
      label=${D(`route.planLabel`,{name:this.person?.label??``,n:n.length})}
      .layer=${e=>Ve(te,e)}
    ></fr-plan>`}#s(e){let t=e.state.route?.legs??[],n=[...new Set(t.map(e=>e.camera))],r=t[0]?.start_s??0,i=t.at(-1)?.end_s??1,a=Math.max(10,(i-r)*.02),o=n.map(e=>({label:E(e),bars:t.filter(t=>t.camera===e).map(e=>({id:e.sighting_id,from_s:e.start_s,to_s:e.end_s,style:e.certainty===`unsure`?`dashed`:`solid`,label:D(`band.${e.certainty}`)}))})),{at_s:s,chosen:c}=e.state;return y`<fr-timeline
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
        ${s===null?D(`route.timelineHint`):p(s,this.services.site.zone,!0)}
      </p>`}#c(e){this.#e();let t=new ot(this.services.api,e,this.services.site.zone);this.#e=t.subscribe(()=>this.requestUpdate()),this.store=t}#l(e){let{site:t}=this.services;return this.day||b(e.last_seen_s??t.now_s(),t.zone)}#u(e){let{store:t}=this;if(t===null)return;let n=t.step(e);n<=t.today(this.services.site.now_s())&&this.#d(n)}#d(e){e&&this.services.router.refine({day:e})}#f(){let{store:e}=this;e!==null&&(e.play(!e.state.playing),this.#n=performance.now(),e.state.playing&&(this.#t=requestAnimationFrame(e=>this.#p(e))))}#p(e){let{store:t}=this;t?.state.playing&&(t.advance((e-this.#n)/1e3),this.#n=e,this.#t=requestAnimationFrame(e=>this.#p(e)))}};w([h({attribute:!1})],J.prototype,`person`,void 0),w([h()],J.prototype,`day`,void 0),w([k()],J.prototype,`store`,void 0),J=w([v(`route-tab`)],J);var ct=class extends _{constructor(){super(),m(this,()=>[this.store])}static{this.styles=[d,e,j`
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
    `]}render(){let e=Y(this.store.state.looks,e=>b(e.frame_time_s,this.services.site.zone));return e.length===0?y`<fr-notice
        .icon=${l}
        heading=${D(`looks.none.title`)}
        text=${D(`looks.none.text`)}
      ></fr-notice>`:e.map(([e,t])=>y`<section>
          <h2>${this.#t(e)} <span class="muted small">${x(`looks.pictures`,t.length)}</span></h2>
          <div class="all">${t.map(e=>this.#e(e))}</div>
        </section>`)}#e(e){return y`<figure>
      <fr-picture .src=${M(e.has_picture?e.id:null)} alt=${E(e.camera)}></fr-picture>
      <figcaption>
        <span class="grow cut">${E(e.camera)}</span>
        <fr-menu
          label=${D(`action.moreFor`,{name:E(e.camera)})}
          .items=${[{label:D(`looks.feature`),action:()=>void this.#n(e)},{label:D(`looks.notThem`),danger:!0,action:()=>void this.#r(e)}]}
        ></fr-menu>
      </figcaption>
    </figure>`}#t(e){let{site:t}=this.services,n={today:D(`day.today`),yesterday:D(`day.yesterday`)};return C(e,t.now_s(),t.zone,`en`,n)}async#n(e){let{toasts:t}=this.services;try{t.done(D(`person.changed`),await this.store.change({feature_crop_id:e.id}))}catch(e){t.failed(e)}}async#r(e){let{toasts:t}=this.services;try{let n=await this.store.split([e.sighting_id]);t.done(x(`sightings.split`,1,{name:n.identity.label}),n.decision_ids)}catch(e){t.failed(e)}}};w([h({attribute:!1})],ct.prototype,`store`,void 0),ct=w([v(`looks-tab`)],ct);function Y(e,t){let n=new Map;for(let r of e){let e=t(r);n.set(e,[...n.get(e)??[],r])}return[...n].sort(([e],[t])=>t.localeCompare(e))}var X=class extends T{constructor(...e){super(...e),this.people=[],this.count=1,this.wanted=``}static{this.styles=[d,e,O,j`
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
    `]}render(){let e=this.wanted.toLocaleLowerCase(),t=this.people.filter(t=>t.label.toLocaleLowerCase().includes(e));return y`<fr-dialog wide heading=${x(`sightings.moveTitle`,this.count)} @closed=${()=>this.#e(`closed`)}>
      <input
        type="search"
        autofocus
        placeholder=${D(`people.search`)}
        aria-label=${D(`people.search`)}
        @input=${e=>this.wanted=e.target.value}
      />
      <div class="all">
        ${t.map(e=>y`<button class="one" @click=${()=>this.#e(`picked`,e)}>
              <fr-picture .src=${M(e.crop_id)}></fr-picture>${e.label}
            </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};w([h({attribute:!1})],X.prototype,`people`,void 0),w([h({type:Number})],X.prototype,`count`,void 0),w([k()],X.prototype,`wanted`,void 0),X=w([v(`move-dialog`)],X);var Z=class extends _{constructor(){super(),this.moving=[],m(this,()=>[this.store])}static{this.styles=[d,e,g,j`
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
    `]}render(){let{sightings:e,sightingsCursor:t,selected:n}=this.store.state,{zone:r}=this.services.site;return e.length===0?y`<fr-notice
        .icon=${i}
        heading=${D(`sightings.none.title`)}
        text=${D(`sightings.none.text`)}
      ></fr-notice>`:y`${Y(e,e=>b(e.start_s,r)).map(([e,t])=>y`<section>
            <h2>${this.#r(e)} <span class="muted small">${x(`people.sightings`,t.length)}</span></h2>
            <div class="all">${t.map(e=>this.#e(e))}</div>
          </section>`)}
      ${t?y`<button @click=${()=>void this.store.moreSightings()}>${D(`action.more`)}</button>`:S}
      ${n.size?this.#t([...n]):S} ${this.#n()}`}#e(e){let{zone:t}=this.services.site,n=this.store.state.selected.has(e.id),r=p(e.start_s,t,!0);return y`<div class="one ${n?`selected`:``}">
      <button
        class="pick"
        role="checkbox"
        aria-checked=${n}
        aria-label=${D(`sightings.pick`,{camera:E(e.camera),time:r})}
        @click=${()=>this.store.toggle(e.id)}
      >
        <fr-picture .src=${M(e.crop_id)}></fr-picture>
      </button>
      <div class="words">
        <div class="grow">
          <strong class="cut">${E(e.camera)}</strong>
          <p class="muted small numbers cut">
            ${r} · ${_e(e.last_seen_s-e.start_s)}
            ${e.firm?S:y`<span class="chip warn">${D(`band.unsure`)}</span>`}
          </p>
        </div>
        <fr-menu
          label=${D(`action.moreFor`,{name:r})}
          .items=${[{label:D(`sightings.moveTo`),action:()=>void this.#a([e.id])},{label:D(`sightings.splitOne`),action:()=>void this.#s([e.id])},{label:D(`sightings.splitFromHere`),action:()=>void this.#s(this.store.fromHereOn(e.id))},{label:D(`sightings.search`),action:()=>this.#i(e)}]}
        ></fr-menu>
      </div>
    </div>`}#t(e){return y`<div class="bar" role="toolbar" aria-label=${D(`people.selection`)}>
      <strong>${x(`people.selected`,e.length)}</strong>
      <button class="quiet" @click=${()=>void this.#a(e)}>
        <fr-icon path=${pe}></fr-icon>${D(`sightings.moveTo`)}
      </button>
      <button class="quiet" @click=${()=>void this.#s(e)}>
        <fr-icon path=${ye}></fr-icon>${D(`sightings.splitOff`)}
      </button>
      <button class="quiet icon" aria-label=${D(`people.clear`)} @click=${()=>this.store.clearSelection()}>
        <fr-icon path=${te}></fr-icon>
      </button>
    </div>`}#n(){return this.moving.length===0?S:y`<move-dialog
      .people=${this.store.state.others}
      .count=${this.moving.length}
      @closed=${()=>this.moving=[]}
      @picked=${e=>void this.#o(e.detail)}
    ></move-dialog>`}#r(e){let{site:t}=this.services,n={today:D(`day.today`),yesterday:D(`day.yesterday`)};return C(e,t.now_s(),t.zone,`en`,n)}#i(e){location.hash=Ce([`search`,`new`],{sighting:e.id})}async#a(e){await this.#c(()=>this.store.loadOthers()),this.moving=e}#o({id:e,label:t}){let{moving:n}=this;return this.moving=[],this.#c(async()=>{let r=await this.store.move(n,e);this.services.toasts.done(x(`sightings.moved`,n.length,{name:t}),r)})}#s(e){return this.#c(async()=>{let t=await this.store.split(e),n=x(`sightings.split`,e.length,{name:t.identity.label});this.services.toasts.done(n,t.decision_ids)})}async#c(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};w([h({attribute:!1})],Z.prototype,`store`,void 0),w([k()],Z.prototype,`moving`,void 0),Z=w([v(`sightings-tab`)],Z);function lt(e){let t=e.changes.filter(e=>e.subject===`tracklet`&&e.field===`identity_id`).length;switch(e.kind){case`assign`:return ut(e);case`merge`:return x(`decision.merge`,t);case`split`:return x(`decision.split`,t);case`rename`:return dt(e);case`hide`:case`expose`:return D(ft(e)?`decision.${e.kind}`:`decision.${e.kind}Off`);default:return de(`decision.${e.kind}`,e.kind)}}function ut(e){let[t]=e.explanation.candidates??[],n=t?.probability,r=e.outcome===null?`hand`:e.outcome;return r===`accept`&&n!==void 0?D(`decision.assign.acceptSure`,{percent:pt(n)}):de(`decision.assign.${r}`,e.kind)}function dt(e){let t=e.changes.find(e=>e.field===`name`)?.after;return t?D(`decision.rename`,{name:String(t)}):D(`decision.renameOff`)}function ft(e){return e.changes.some(e=>e.after===!0)}function pt(e){let t=Math.min(99.9,100*e);return t>=99?t.toFixed(1):t.toFixed(0)}var mt=class extends _{constructor(){super(),m(this,()=>[this.store])}static{this.styles=[d,e,g,j`
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
    `]}render(){let{decisions:e,decisionsCursor:t}=this.store.state,{site:n}=this.services;if(e.length===0)return y`<fr-notice
        .icon=${re}
        heading=${D(`history.none.title`)}
        text=${D(`history.none.text`)}
      ></fr-notice>`;let r={today:D(`day.today`),yesterday:D(`day.yesterday`)};return y`${Y(e,e=>b(e.at_s,n.zone)).map(([e,t])=>y`<section>
            <h2>${C(e,n.now_s(),n.zone,`en`,r)}</h2>
            <ol>${t.map(e=>this.#e(e))}</ol>
          </section>`)}
      ${t?y`<button @click=${()=>void this.store.moreDecisions()}>${D(`action.more`)}</button>`:S}`}#e(e){let t=e.actor!==`system`;return y`<li class=${e.undone?`undone`:``}>
      <time class="numbers">${p(e.at_s,this.services.site.zone,!0)}</time>
      <div class="grow">
        <p>${lt(e)}</p>
      </div>
      <span class="chip ${t?`accent`:``}">${D(t?`history.user`:`history.system`)}</span>
      ${e.undone?y`<span class="chip">${D(`history.undone`)}</span>`:y`<button class="quiet" @click=${()=>void this.#t(e)}>
            <fr-icon path=${ce}></fr-icon>${D(`action.undo`)}
          </button>`}
    </li>`}async#t(e){let{toasts:t}=this.services;try{t.done(D(`undo.done`),await this.store.undo(e.id))}catch(e){t.failed(e)}}};w([h({attribute:!1})],mt.prototype,`store`,void 0),mt=w([v(`history-tab`)],mt);var Q=class extends T{constructor(...e){super(...e),this.tabs=[],this.current=``}static{this.styles=[d,j`
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
    `]}render(){return y`<div role="tablist" @keydown=${e=>this.#e(e)}>
      ${this.tabs.map(({name:e,label:t})=>y`<button
            role="tab"
            aria-selected=${e===this.current}
            tabindex=${e===this.current?0:-1}
            @click=${()=>this.#t(e)}
          >
            ${t}
          </button>`)}
    </div>`}#e(e){let t={ArrowRight:1,ArrowLeft:-1}[e.key];if(t===void 0)return;e.preventDefault();let n=this.tabs.length,r=(this.tabs.findIndex(({name:e})=>e===this.current)+t+n)%n;this.#t(this.tabs[r]?.name??``),this.renderRoot.querySelectorAll(`button`)[r]?.focus()}#t(e){this.dispatchEvent(new CustomEvent(`chosen`,{detail:e}))}};w([h({attribute:!1})],Q.prototype,`tabs`,void 0),w([h()],Q.prototype,`current`,void 0),Q=w([v(`fr-tabs`)],Q);var ht=class extends ie{constructor(e,t){super({phase:`loading`,error:null,person:null,looks:[],sightings:[],sightingsCursor:null,decisions:[],decisionsCursor:null,others:[],selected:new Set}),this.api=e,this.identityId=t}async load(){try{let e=await this.api.get(this.#a());this.set({phase:`ready`,error:null,person:e}),await Promise.all([this.#e(),this.#t(),this.#n()])}catch(e){this.set({phase:`error`,error:f(e)})}}async loadOthers(){let e=await this.api.get(`identities`,{limit:200});this.set({others:e.items.filter(e=>e.id!==this.state.person?.id)})}async moreSightings(){let e=await this.#r(this.state.sightingsCursor);this.set({sightings:[...this.state.sightings,...e.items],sightingsCursor:e.cursor})}async moreDecisions(){let e=await this.#i(this.state.decisionsCursor);this.set({decisions:[...this.state.decisions,...e.items],decisionsCursor:e.cursor})}async change(e){let t=await this.api.patch(this.#a(),e);return await this.load(),t.decision_ids}async forget(){await this.api.delete(this.#a())}toggle(e){let t=new Set(this.state.selected);t.delete(e)||t.add(e),this.set({selected:t})}clearSelection(){this.set({selected:new Set})}async split(e){let t=`${this.#a()}/split`,n=await this.api.post(t,{sightings:e});return this.clearSelection(),await this.load(),n}async move(e,t){let n=[];try{for(let r of e){let e=`sightings/${encodeURIComponent(r)}/assign`,i=await this.api.post(e,{identity_id:t});n.push(...i.decision_ids)}}finally{this.clearSelection(),await this.load()}return n}fromHereOn(e){let t=this.state.sightings.find(t=>t.id===e);return t===void 0?[]:this.state.sightings.filter(e=>e.start_s>=t.start_s).map(e=>e.id)}async undo(e){let t=`decisions/${encodeURIComponent(e)}/undo`,n=await this.api.post(t);return await this.load(),n.decision_ids}async#e(){let e=await this.api.get(`${this.#a()}/templates`,{limit:24});this.set({looks:e.crops})}async#t(){let e=await this.#r(null);this.set({sightings:e.items,sightingsCursor:e.cursor})}async#n(){let e=await this.#i(null);this.set({decisions:e.items,decisionsCursor:e.cursor})}#r(e){return this.api.get(`${this.#a()}/sightings`,{cursor:e,limit:48})}#i(e){return this.api.get(`${this.#a()}/history`,{cursor:e,limit:50})}#a(){return`identities/${encodeURIComponent(this.identityId)}`}},gt=[`route`,`sightings`,`looks`,`history`],$=class extends _{#e;#t;constructor(){super(),this.identityId=``,this.store=null,this.#e=[],this.#t=0,m(this,()=>[this.services.router]),new xe(this,()=>({u:()=>void this.services.toasts.undoLast(D(`undo.done`)),Escape:()=>this.services.router.go([`people`])}))}static{this.styles=[d,e,Se,j`
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
    `]}willUpdate(e){if(!e.has(`identityId`))return;this.#o();let t=new ht(this.services.api,this.identityId),{live:n,toasts:r}=this.services;this.#e=[t.subscribe(()=>this.requestUpdate()),n.subscribe(({topic:e})=>e!==`health`&&this.#a()),n.onState(e=>e&&void t.load()),r.onUndone(()=>void t.load())],this.store=t,t.load()}disconnectedCallback(){super.disconnectedCallback(),this.#o()}render(){let{store:e}=this;return e===null?y``:y`<a class="button quiet back" href="#/people">
        <fr-icon path=${be}></fr-icon>${D(`people.title`)}
      </a>
      ${this.#n(e)}`}#n(e){let{phase:t,person:n,error:r}=e.state;if(t===`loading`)return P(1,`head`).concat(P(1,`body`));if(n===null)return r?.isNotFound?y`<fr-notice
          .icon=${le}
          heading=${D(`person.gone`)}
          text=${r.message}
        ></fr-notice>`:y`<fr-notice .error=${r} @again=${()=>void e.load()}></fr-notice>`;let i=this.#i();return y`<person-header .store=${e}></person-header>
      <fr-tabs
        .tabs=${gt.map(e=>({name:e,label:D(`person.tab.${e}`)}))}
        .current=${i}
        @chosen=${e=>this.services.router.refine({tab:e.detail===`route`?null:e.detail})}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${D(`person.tab.${i}`)}>${this.#r(i,e)}</div>`}#r(e,t){let{router:n}=this.services;switch(e){case`route`:return y`<route-tab
          .person=${t.state.person}
          .day=${n.state.place.params.get(`day`)??``}
        ></route-tab>`;case`sightings`:return y`<sightings-tab .store=${t}></sightings-tab>`;case`looks`:return y`<looks-tab .store=${t}></looks-tab>`;case`history`:return y`<history-tab .store=${t}></history-tab>`}}#i(){let e=this.services.router.state.place.params.get(`tab`);return gt.find(t=>t===e)??`route`}#a(){clearTimeout(this.#t),this.#t=window.setTimeout(()=>void this.store?.load(),600)}#o(){clearTimeout(this.#t);for(let e of this.#e)e();this.#e=[]}};w([h()],$.prototype,`identityId`,void 0),w([k()],$.prototype,`store`,void 0),$=w([v(`person-page`)],$);export{$ as PersonPage};