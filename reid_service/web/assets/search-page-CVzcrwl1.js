import{t as e}from"./query-Df4-SAIv.js";import{t}from"./query-all-BOF-gqtH.js";import{A as n,At as r,C as i,D as a,Et as o,Ft as s,Ht as c,It as ee,K as l,Lt as u,M as d,Mt as f,N as p,Nt as m,Ot as h,Pt as g,S as te,St as ne,Tt as _,Ut as v,W as re,_t as ie,at as ae,b as oe,bt as se,c as y,ct as ce,d as b,gt as x,h as S,ht as C,i as w,it as le,j as ue,jt as T,l as de,m as E,mt as D,o as O,pt as k,r as fe,rt as pe,s as me,st as he,vt as ge,wt as A,x as _e,xt as j,yt as ve,zt as M}from"./index-D7vJLtRQ.js";import{i as N,n as P,r as F,t as I}from"./fr-picture-CeWy3Spo.js";import"./fr-tabs-B-iyBIsc.js";import{t as L}from"./keys-BtAWeeJP.js";import"./fr-clip-aBoLBzNW.js";import"./fr-dialog-CYKEOW1J.js";import"./fr-segments-h7_qg9TB.js";import{t as R}from"./places-BnEeg5QM.js";import{t as ye}from"./live-DekLsCJ6.js";import"./fr-plan-zuo8dby_.js";import{n as be,t as xe}from"./export-button-0tWtMGG8.js";var Se=300,z=2,B=class extends E{constructor(...e){super(...e),this.sightingId=``,this.active=!1,this.url=``,this.#e=0,this.#t=null}#e;#t;static{this.styles=[k,M`
      video {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
        background: #000;
        border-radius: var(--picture-radius, 0);
        pointer-events: none;
      }
    `]}willUpdate(e){e.has(`active`)&&(this.#i(),this.active&&(this.#e=window.setTimeout(()=>void this.#n(),Se)))}disconnectedCallback(){super.disconnectedCallback(),this.#i()}render(){return this.url?u`<video
      src=${this.url}
      autoplay
      muted
      playsinline
      @timeupdate=${e=>this.#r(e.target)}
      @ended=${()=>this.#i()}
      @error=${()=>this.#i()}
    ></video>`:s}async#n(){let e=new AbortController;this.#t=e;let t=`sightings/${encodeURIComponent(this.sightingId)}/clip.mp4`,n={padding_s:0,first_s:z};try{let r=await this.services.api.blob(t,n,e.signal);this.#t===e&&(this.url=URL.createObjectURL(r))}catch{this.#t===e&&(this.#t=null)}}#r(e){e.currentTime>=z&&this.#i()}#i(){clearTimeout(this.#e),this.#t?.abort(),this.#t=null,this.url&&URL.revokeObjectURL(this.url),this.url=``}};S([f()],B.prototype,`sightingId`,void 0),S([f({type:Boolean})],B.prototype,`active`,void 0),S([T()],B.prototype,`url`,void 0),B=S([m(`hover-clip`)],B);var Ce=matchMedia(`(prefers-reduced-motion: reduce)`),we={likely:`good`,unsure:`warn`,weak:``},V=class extends g{constructor(...e){super(...e),this.locked=!1,this.hovered=!1}static{this.styles=[k,D,C,M`
      :host {
        display: block;
        min-width: 0;
      }
      article {
        position: relative;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        --picture-radius: 11px 11px 0 0;
      }
      article.tick {
        outline: 3px solid var(--good);
      }
      article.cross {
        opacity: 0.55;
      }
      .picture {
        all: unset;
        display: block;
        position: relative;
        width: 100%;
        cursor: pointer;
      }
      .picture:focus-visible {
        outline: 3px solid var(--accent);
        border-radius: 11px;
      }
      .new {
        position: absolute;
        left: 9px;
        top: 9px;
      }
      .words {
        padding: 8px 12px 0;
      }
      .marks {
        display: grid;
        grid-template-columns: 1fr 1fr auto;
        gap: 6px;
        padding: 8px;
      }
      .marks button {
        padding: 0;
        min-width: 40px;
      }
      .marks .tick[aria-pressed='true'] {
        background: var(--good);
        color: var(--surface);
      }
      .marks .cross[aria-pressed='true'] {
        background: var(--bad);
        color: var(--surface);
      }
    `]}focus(){this.picture.focus()}render(){let{sighting:e,band:t,label:n,offset_s:r,is_new:i}=this.candidate,o=w(e.camera),c=O(e.start_s,this.zone,!0);return u`<article class=${n??``}>
      <button
        class="picture"
        aria-label=${`${o}, ${c}`}
        @click=${()=>this.#n(`tick`)}
        @pointerenter=${e=>this.#t(e)}
        @pointerleave=${()=>this.hovered=!1}
      >
        <fr-picture .src=${I(e.crop_id)}></fr-picture>
        <hover-clip .sightingId=${e.id} .active=${this.hovered}></hover-clip>
      </button>
      ${i?u`<span class="chip accent new">${h(`search.new`)}</span>`:s}
      <div class="words">
        <p class="row">
          <strong class="numbers grow">${r===null?c:de(r)}</strong>
          <span class="chip ${we[t]}">${h(`band.${t}`)}</span>
        </p>
        <p class="muted small numbers cut">
          ${c}${e.identity_label?` · ${e.identity_label}`:s}
        </p>
      </div>
      <div class="marks">
        ${this.#e(`tick`,a,h(`search.tick`))}
        ${this.#e(`cross`,d,h(`search.cross`))}
        <button class="quiet icon" aria-label=${h(`leg.clip`)} @click=${()=>this.#r(`play`)}>
          <fr-icon path=${pe}></fr-icon>
        </button>
      </div>
    </article>`}#e(e,t,n){return u`<button
      class=${e}
      aria-pressed=${this.candidate.label===e}
      ?disabled=${this.locked}
      aria-label=${n}
      title=${n}
      @click=${()=>this.#n(e)}
    >
      <fr-icon path=${t}></fr-icon>
    </button>`}#t(e){this.hovered=e.pointerType===`mouse`&&!Ce.matches}#n(e){this.#r(`mark`,e)}#r(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};S([f({attribute:!1})],V.prototype,`candidate`,void 0),S([f({attribute:!1})],V.prototype,`zone`,void 0),S([f({type:Boolean})],V.prototype,`locked`,void 0),S([T()],V.prototype,`hovered`,void 0),S([e(`.picture`)],V.prototype,`picture`,void 0),V=S([m(`candidate-tile`)],V);var Te=[k,D,N,M`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
      min-width: 0;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 10px;
    }
    .window {
      min-width: 74px;
      text-align: center;
      font-weight: 600;
    }
    .keys {
      flex: none;
    }
    @media (hover: none), (max-width: 900px) {
      .keys {
        display: none;
      }
    }
    .tiles {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(158px, 1fr));
      gap: 16px;
      margin: 10px 0 14px;
    }
    .tile {
      aspect-ratio: 3 / 5;
    }
    .foot {
      position: sticky;
      bottom: calc(12px + var(--bar-height, 0px));
      display: flex;
      align-items: center;
      gap: 10px;
      padding: 9px 9px 9px 20px;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: 16px;
      box-shadow: var(--shadow-2);
    }
    @media (max-width: 700px) {
      .tiles {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 12px;
      }
      .foot {
        padding-left: 14px;
        flex-wrap: wrap;
      }
    }
  `],Ee=100,De=class extends c{#e=0;constructor(e,t){super({phase:`loading`,error:null,search:null,cameras:[],plan:null,candidates:[],total:0,order:`likeness`,looking:!1,newcomers:null,route:null,dropped:[]}),this.api=e,this.id=t}async load(){try{let[e,t]=await Promise.all([this.api.get(this.#i()),this.api.get(`cameras`)]);this.set({phase:`ready`,error:null,search:e,cameras:t.items}),await this.look()}catch(e){this.set({phase:`error`,error:v(e)});return}try{this.set({plan:await this.api.get(`plan`)})}catch{}}async look(){let e=++this.#e;this.set({looking:!0});try{let{order:t}=this.state,n=`${this.#i()}/candidates`,r=await this.api.get(n,{order:t,limit:Ee});e===this.#e&&this.set({candidates:r.items,total:r.total})}finally{e===this.#e&&this.set({looking:!1})}}async sort(e){this.set({order:e}),await this.look()}get isFinished(){return this.state.search?.state===`finished`}get searched(){let{search:e,cameras:t}=this.state;return new Set(e?.cameras??t.map(e=>e.name))}async choose(e){let t=this.state.cameras.every(t=>e.includes(t.name));await this.#r({cameras:t?null:e})}async toggleCamera(e){let t=new Set(this.searched);t.delete(e)||t.add(e),t.size>0&&await this.choose([...t])}async shift(e){let{search:t}=this.state;if(t===null)return;let n=e*(t.to_s-t.from_s);await this.#r({from_s:t.from_s+n,to_s:t.to_s+n})}async widen(){let{search:e}=this.state;if(e===null)return;let t=(e.to_s-e.from_s)/2;await this.#r({from_s:e.from_s-t,to_s:e.to_s+t})}async label(e,t){let n=this.state.candidates;this.set({candidates:n.map(n=>n.sighting.id===e?{...n,label:t}:n)});let r={ticks:t===`tick`?[e]:[],crosses:t===`cross`?[e]:[],clear:t===null?[e]:[]};try{this.set({search:await this.api.post(`${this.#i()}/labels`,r)})}catch(e){throw this.set({candidates:n}),e}}async refine(){this.set({looking:!0});try{let e=await this.api.post(`${this.#i()}/refine`);this.set({candidates:e.items,total:e.total,newcomers:e.newcomers,order:`likeness`})}finally{this.set({looking:!1})}}async readRoute(){let e=await this.api.get(`${this.#i()}/route`),t=(this.state.search?.dropped??[]).map(e=>this.api.get(`sightings/${encodeURIComponent(e)}`));this.set({route:e,dropped:await Promise.all(t)})}async placeLeg(e,t){let n=this.#t().filter(t=>t!==e);n.splice(Math.max(0,t),0,e),await this.#n(n)}async dropLeg(e){await this.#n(this.#t().filter(t=>t!==e))}async restoreLeg(e){let t=this.state.dropped.find(t=>t.id===e)?.start_s??0,n=this.state.route?.legs.findIndex(e=>e.start_s>t)??-1,r=this.#t();r.splice(n<0?r.length:n,0,e),await this.#n(r)}async resetLegs(){await this.#n(null)}async finish(e){let t=await this.api.post(`${this.#i()}/finish`,e);return this.set({search:t.search}),t}#t(){return(this.state.route?.legs??[]).map(e=>e.sighting_id)}async#n(e){this.set({search:await this.api.put(`${this.#i()}/legs`,{legs:e})}),await this.readRoute()}async#r(e){this.set({search:await this.api.patch(this.#i(),e),newcomers:null}),await this.look()}#i(){return`searches/${encodeURIComponent(this.id)}`}};function Oe(e){let t=new Map;for(let n of e){let{camera:e}=n.sighting;t.set(e,[...t.get(e)??[],n])}return[...t]}var H=class extends E{constructor(){super(),this.clip=``,o(this,()=>[this.store]),new L(this,()=>({" ":()=>this.#a(e=>this.#i(e,`tick`)),x:()=>this.#a(e=>this.#i(e,`cross`)),p:()=>this.#a(e=>this.clip=e.sighting.id),r:()=>void this.#l(()=>this.store.refine()),"[":()=>void this.#l(()=>this.store.shift(-1)),"]":()=>void this.#l(()=>this.store.shift(1)),ArrowRight:()=>this.#o(1),ArrowLeft:()=>this.#o(-1),ArrowDown:()=>this.#s(1),ArrowUp:()=>this.#s(-1)}))}static{this.styles=Te}render(){let{search:e}=this.store.state;return u`${this.#e()} ${this.#t()}
      <div class="foot">
        <strong>${r(`search.confirmed`,e?.ticked??0)}</strong>
        <span class="grow"></span>
        <button
          class="quiet"
          ?hidden=${this.store.isFinished}
          ?disabled=${this.store.state.looking||!e?.ticked}
          @click=${()=>void this.#u(()=>this.store.refine())}
        >
          ${h(`search.refine`)} <kbd>R</kbd>
        </button>
        <button class="primary" ?disabled=${!e?.ticked} @click=${()=>this.#c()}>
          ${h(`search.view`)}
        </button>
      </div>
      ${this.clip?u`<fr-dialog wide heading=${h(`leg.clip`)} @closed=${()=>this.clip=``}>
            <fr-clip .sightingId=${this.clip}></fr-clip>
          </fr-dialog>`:s}`}#e(){let{search:e,order:t}=this.store.state,r=e?(e.to_s-e.from_s)/2:0;return u`<div class="bar" ?hidden=${this.store.isFinished}>
      <div class="row">
        <button class="icon" title="[" aria-label=${h(`search.earlier`)} @click=${()=>void this.#u(()=>this.store.shift(-1))}>
          <fr-icon path=${n}></fr-icon>
        </button>
        <span class="numbers window">± ${y(r)}</span>
        <button class="icon" title="]" aria-label=${h(`search.later`)} @click=${()=>void this.#u(()=>this.store.shift(1))}>
          <fr-icon path=${ue}></fr-icon>
        </button>
        <button @click=${()=>void this.#u(()=>this.store.widen())}>
          <fr-icon path=${l}></fr-icon>${h(`search.widen`)}
        </button>
      </div>
      <span class="grow"></span>
      <fr-segments
        label=${h(`search.order`)}
        .segments=${[`likeness`,`time`].map(e=>({value:e,label:h(`search.order.${e}`)}))}
        .value=${t}
        @chosen=${e=>void this.#u(()=>this.store.sort(e.detail))}
      ></fr-segments>
    </div>`}#t(){let{candidates:e,looking:t,newcomers:n,total:i}=this.store.state;return e.length===0&&t?u`<div class="tiles">${F(8,`tile`)}</div>`:e.length===0?this.#n():u`<div class="row wrap">
        <p class="muted" role="status">
          ${n===null?r(`search.found`,i):n===0?r(`search.nothingMore`,this.store.searched.size):r(`search.newcomers`,n)}
        </p>
        ${n===0&&!this.store.isFinished?u`<button class="small" @click=${()=>void this.#u(()=>this.store.widen())}>
              ${h(`search.widen`)}
            </button>`:s}
        <span class="grow"></span>
        <p class="muted small keys">${h(`search.keys`)}</p>
      </div>
      ${Oe(e).map(([e,n])=>u`<section aria-busy=${t}>
            <h2>${w(e)} <span class="muted small">${n.length}</span></h2>
            <div class="tiles">${n.map(e=>this.#r(e))}</div>
          </section>`)}`}#n(){return u`<fr-notice
      .icon=${he}
      heading=${h(`search.none.title`)}
      text=${r(`search.none.text`,this.store.searched.size)}
    >
      <button class="primary" @click=${()=>void this.#u(()=>this.store.widen())}>
        ${h(`search.widen`)}
      </button>
    </fr-notice>`}#r(e){return u`<candidate-tile
      .candidate=${e}
      .locked=${this.store.isFinished}
      .zone=${this.services.site.zone}
      @mark=${t=>this.#i(e,t.detail)}
      @play=${()=>this.clip=e.sighting.id}
    ></candidate-tile>`}#i(e,t){if(this.store.isFinished)return;let n=e.label===t?null:t;this.#u(()=>this.store.label(e.sighting.id,n))}#a(e){let t=this.renderRoot.querySelector(`candidate-tile:focus-within`);t&&e(t.candidate)}#o(e){let t=[...this.tiles],n=t.findIndex(e=>e.matches(`:focus-within`));t[Math.max(0,Math.min(t.length-1,n+e))]?.focus()}#s(e){let t=[...this.tiles],n=t.find(e=>e.matches(`:focus-within`))?.getBoundingClientRect();if(n===void 0)return this.#o(1);let r=t.map(e=>({tile:e,at:e.getBoundingClientRect()})).filter(({at:t})=>(t.top-n.top)*e>1),i=Math.min(...r.map(({at:e})=>Math.abs(e.top-n.top)));r.filter(({at:e})=>Math.abs(e.top-n.top)<i+1).sort((e,t)=>Math.abs(e.at.left-n.left)-Math.abs(t.at.left-n.left))[0]?.tile.focus()}#c(){this.dispatchEvent(new CustomEvent(`step`,{detail:`result`,bubbles:!0}))}async#l(e){this.store.isFinished||await this.#u(e)}async#u(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};S([f({attribute:!1})],H.prototype,`store`,void 0),S([T()],H.prototype,`clip`,void 0),S([t(`candidate-tile`)],H.prototype,`tiles`,void 0),H=S([m(`candidates-step`)],H);function ke(e,t){return[...new Set([t,...je(e,t).keys()])]}function Ae(e,t,n){let r=new Map([[t,0]]),i=[t];for(let t=i.shift();t!==void 0;t=i.shift())for(let[a,o]of je(e,t)){let e=(r.get(t)??0)+o;e>n||e>=(r.get(a)??1/0)||(r.set(a,e),i.push(a))}return[...r.keys()]}function je(e,t){let n=new Map;for(let r of e){if(r.rule===`forbidden`)continue;let e=Math.max(0,r.p5_s??0),i=r.from_camera===t?r.to_camera:r.to_camera===t&&r.from_camera;i&&n.set(i,Math.min(e,n.get(i)??1/0))}return n}var U=class extends E{constructor(){super(),this.hovered=null,o(this,()=>[this.store])}static{this.styles=[k,D,C,x,M`
      .two {
        display: grid;
        grid-template-columns: 340px minmax(0, 1fr);
        gap: 20px;
        align-items: start;
      }
      .presets {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-bottom: 10px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 2px 8px;
        border-radius: 9px;
      }
      li:hover {
        background: var(--surface-2);
      }
      label {
        flex: 1;
        min-width: 0;
      }
      .next {
        margin-top: 14px;
        width: 100%;
      }
      @media (max-width: 900px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `]}render(){let{cameras:e,plan:t}=this.store.state,n=e.map(e=>e.name),r=new Set((t?.placements??[]).map(e=>e.camera)),i=this.hovered?new Set([this.hovered]):this.store.searched;return u`<div class="two">
      <section class="card">
        <div class="presets" ?hidden=${this.store.isFinished}>${this.#e(n)}</div>
        <ul>
          ${n.map(e=>this.#t(e,r.has(e)||r.size===0))}
        </ul>
        <button class="primary next" @click=${()=>this.#r()}>${h(`search.toCandidates`)}</button>
      </section>
      <fr-plan .places=${R(t,n)} .lit=${i}></fr-plan>
    </div>`}#e(e){let{plan:t,search:n}=this.store.state,r=n?.seed.camera??null,i=n?(n.to_s-n.from_s)/2:0,a=t?.edges??[];return u`<button @click=${()=>void this.#n(e)}>${h(`search.preset.all`)}</button>
      ${r===null||a.length===0?``:u`<button @click=${()=>void this.#n(ke(a,r))}>
              ${h(`search.preset.nextDoor`)}
            </button>
            <button @click=${()=>void this.#n(Ae(a,r,i))}>
              ${h(`search.preset.reachable`)}
            </button>`}`}#t(e,t){return u`<li
      @pointerenter=${()=>this.hovered=e}
      @pointerleave=${()=>this.hovered=null}
    >
      <label class="check"
        ><input
          type="checkbox"
          .checked=${ye(this.store.searched.has(e))}
          ?disabled=${this.store.isFinished}
          @focus=${()=>this.hovered=e}
          @blur=${()=>this.hovered=null}
          @change=${()=>void this.#i(()=>this.store.toggleCamera(e))}
        /><span class="cut">${w(e)}</span></label
      >
      ${t?``:u`<span class="chip">${h(`search.notDrawn`)}</span>`}
    </li>`}#n(e){return this.#i(()=>this.store.choose(e))}#r(){this.dispatchEvent(new CustomEvent(`step`,{detail:`candidates`,bubbles:!0}))}async#i(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};S([f({attribute:!1})],U.prototype,`store`,void 0),S([T()],U.prototype,`hovered`,void 0),U=S([m(`cameras-step`)],U);var Me=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},Ne=ie(class extends ge{constructor(e){if(super(e),e.type!==ve.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=se(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=A(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=A(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=A(i[d],a[m]),_(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=A(i[f],a[p]),_(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=Me(o,p,m),u=Me(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=_(e,i[d]);A(t,a[p]),c[p]=t}else c[p]=A(n,a[p]),_(e,i[d],n),i[t]=null;p++}else j(i[f]),f--}else j(i[d]),d++;for(;p<=m;){let t=_(e,c[m+1]);A(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&j(e)}return this.ut=o,ne(e,c),ee}}),Pe=[k,D,M`
    :host {
      display: block;
      min-width: 0;
    }
    ol,
    ul {
      display: grid;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      padding: 8px;
    }
    h3 {
      margin: 18px 0 8px;
    }
    .one {
      display: flex;
      align-items: center;
      gap: 4px;
      border-radius: 10px;
      --picture-ratio: 4 / 5;
    }
    .one:hover {
      background: var(--surface-2);
    }
    .chosen .one {
      background: var(--accent-soft);
    }
    .chosen .muted {
      color: var(--ink-2);
    }
    .over .one {
      outline: 2px dashed var(--accent);
    }
    .leg {
      all: unset;
      box-sizing: border-box;
      flex: 1;
      min-width: 0;
      cursor: pointer;
      display: grid;
      grid-template-columns: 30px 50px minmax(0, 1fr);
      gap: 12px;
      align-items: center;
      padding: 8px 0 8px 10px;
      border-radius: 10px;
    }
    .leg:focus-visible {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
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
    .does {
      display: flex;
      flex: none;
    }
    .does button {
      width: 34px;
      min-height: 34px;
      --icon-size: 19px;
    }
    .does button:disabled {
      background: none;
      opacity: 0.4;
    }
    .gap {
      margin: 0 0 0 24px;
      padding: 3px 0 3px 27px;
      border-left: 2px solid var(--line-strong);
      font-size: 13px;
      color: var(--ink-3);
    }
    .left-out {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 6px 4px 6px 10px;
      --picture-ratio: 4 / 5;
    }
    .left-out fr-picture {
      width: 40px;
      flex: none;
      opacity: 0.55;
    }
  `],W=class extends g{constructor(...e){super(...e),this.legs=[],this.dropped=[],this.chosen=``,this.dragged=``,this.over=-1}static{this.styles=Pe}render(){return u`<ol aria-label=${h(`route.legs`)}>
        ${Ne(this.legs,e=>e.sighting_id,(e,t)=>this.#e(e,t))}
      </ol>
      ${this.dropped.length?u`<h3>${h(`result.dropped`)}</h3>
            <ul>${this.dropped.map(e=>this.#t(e))}</ul>`:s}`}#e(e,t){let n=this.legs[t-1],r=e.sighting_id,a=O(e.start_s,this.zone,!0),o={camera:w(e.camera),time:a};return u`<li
      class="${r===this.chosen?`chosen`:``} ${this.over===t?`over`:``}"
      draggable="true"
      @dragstart=${()=>this.dragged=r}
      @dragend=${()=>this.#a()}
      @dragover=${e=>this.#r(e,t)}
      @drop=${e=>this.#i(e,t)}
    >
      ${n?u`<p class="gap">${fe(n,e)}</p>`:s}
      <div class="one">
        <button
          class="leg"
          aria-current=${r===this.chosen}
          @click=${()=>this.#s(`choose`,r)}
        >
          <span class="number">${t+1}</span>
          <fr-picture .src=${I(e.crop_id)}></fr-picture>
          <span>
            <strong>${w(e.camera)}</strong>
            <span class="muted small numbers"
              ><br />${a} · ${y(e.end_s-e.start_s)}</span
            >
          </span>
        </button>
        <span class="does">
          ${this.#n(`up`,i,h(`result.up`,o),t===0,()=>this.#o(r,t-1))}
          ${this.#n(`down`,_e,h(`result.down`,o),t===this.legs.length-1,()=>this.#o(r,t+1))}
          ${this.#n(`drop`,d,h(`result.drop`,o),this.legs.length===1,()=>this.#s(`drop-leg`,r))}
        </span>
      </div>
    </li>`}#t(e){let t=O(e.start_s,this.zone,!0),n={camera:w(e.camera),time:t};return u`<li class="left-out">
      <fr-picture .src=${I(e.crop_id)}></fr-picture>
      <span class="grow muted numbers">${n.camera} · ${t}</span>
      <button aria-label=${h(`result.restoreOf`,n)} @click=${()=>this.#s(`restore`,e.id)}>
        <fr-icon path=${le}></fr-icon>${h(`result.restore`)}
      </button>
    </li>`}#n(e,t,n,r,i){return u`<button
      class="quiet icon ${e}"
      ?disabled=${r}
      aria-label=${n}
      title=${n}
      @click=${i}
    >
      <fr-icon path=${t}></fr-icon>
    </button>`}#r(e,t){this.dragged!==``&&(e.preventDefault(),this.over=t)}#i(e,t){e.preventDefault();let n=this.dragged;this.#a(),n!==``&&this.legs[t]?.sighting_id!==n&&this.#o(n,t)}#a(){this.dragged=``,this.over=-1}#o(e,t){this.#s(`place`,{id:e,at:t})}#s(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};S([f({attribute:!1})],W.prototype,`legs`,void 0),S([f({attribute:!1})],W.prototype,`dropped`,void 0),S([f()],W.prototype,`chosen`,void 0),S([f({attribute:!1})],W.prototype,`zone`,void 0),S([T()],W.prototype,`dragged`,void 0),S([T()],W.prototype,`over`,void 0),W=S([m(`result-legs`)],W);var Fe=3,G=class extends E{#e;constructor(){super(),this.chosen=``,this.playing=!1,this.pause_s=null,this.saving=!1,this.#e=0,o(this,()=>[this.store]),new L(this,()=>({p:()=>this.#a()}))}static{this.styles=[k,D,x,N,M`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        margin-bottom: 16px;
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1.6fr) minmax(300px, 1fr);
        gap: 20px;
        align-items: start;
      }
      .pause {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 12px;
        min-height: 260px;
        border-radius: 12px;
        background: var(--surface-2);
        margin-bottom: 14px;
        font-size: 17px;
      }
      .tall {
        height: 50vh;
      }
      @media (max-width: 1000px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `]}connectedCallback(){super.connectedCallback(),this.#f(()=>this.store.readRoute())}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#e)}render(){let{route:e,search:t}=this.store.state;return e===null?F(1,`tall`):e.legs.length===0?u`<fr-notice heading=${h(`result.none.title`)} text=${h(`result.none.text`)}></fr-notice>`:u`<div class="bar">
        <button class="primary" @click=${()=>this.#a()}>
          <fr-icon path=${pe}></fr-icon>${h(`result.play`)} <kbd>P</kbd>
        </button>
        <button @click=${()=>this.saving=!0} ?disabled=${t?.state===`finished`}>
          <fr-icon path=${p}></fr-icon>
          ${t?.state===`finished`?h(`result.saved`):h(`result.save`)}
        </button>
        ${t?.arranged?u`<button class="quiet" @click=${()=>void this.#f(()=>this.store.resetLegs())}>
              <fr-icon path=${ae}></fr-icon>${h(`result.byTime`)}
            </button>`:s}
        <span class="grow"></span>
        <export-button .request=${{search_id:t?.id}}></export-button>
      </div>
      <div class="two">
        <div>${this.#t()} ${this.#n()}</div>
        <result-legs
          .legs=${e.legs}
          .dropped=${this.store.state.dropped}
          .chosen=${this.chosen}
          .zone=${this.services.site.zone}
          @choose=${e=>this.#i(e.detail)}
          @place=${({detail:e})=>void this.#f(()=>this.store.placeLeg(e.id,e.at))}
          @drop-leg=${({detail:e})=>void this.#f(()=>this.store.dropLeg(e))}
          @restore=${({detail:e})=>void this.#f(()=>this.store.restoreLeg(e))}
        ></result-legs>
      </div>
      ${this.saving?this.#r():s}`}#t(){if(!this.playing)return s;if(this.pause_s!==null){let e=this.#l();return u`<div class="pause" role="status">
        <p>${this.#u()}</p>
        <p class="muted">
          ${h(`result.next`,{camera:w(e?.camera??``),n:this.pause_s})}
        </p>
        <button @click=${()=>this.#s()}>
          <fr-icon path=${ce}></fr-icon>${h(`result.skip`)}
        </button>
      </div>`}return u`<fr-clip .sightingId=${this.chosen} @ended=${()=>this.#o()}></fr-clip>`}#n(){let{route:e,plan:t,cameras:n}=this.store.state,r=R(t,n.map(e=>e.name)),i=be(e?.legs??[],e?.gaps??[],r.at),{chosen:a}=this;return u`<fr-plan
      .places=${r}
      .unplaced=${i.unplaced}
      .layer=${e=>xe({layout:i,chosen:a,onStop:e=>this.#i(e)},e)}
    ></fr-plan>`}#r(){let e=this.store.state.search?.seed.identity_id;return u`<fr-dialog heading=${h(`result.save`)} @closed=${()=>this.saving=!1}>
      <form id="save" class="stack" @submit=${e=>void this.#d(e)}>
        <p class="muted">${h(e?`result.saveKnown`:`result.saveNew`)}</p>
        <label class="field"
          >${h(`people.name`)}
          <input name="name" maxlength="100" autocomplete="off" autofocus />
        </label>
        <button class="primary">${h(`action.save`)}</button>
      </form>
    </fr-dialog>`}#i(e){clearInterval(this.#e),this.chosen=e,this.pause_s=null}#a(){let e=this.store.state.route?.legs[0];this.#i(this.chosen||(e?.sighting_id??``)),this.playing=!0}#o(){this.#l()!==void 0&&(this.pause_s=Fe,this.#e=window.setInterval(()=>{this.pause_s=(this.pause_s??1)-1,this.pause_s<=0&&this.#s()},1e3))}#s(){let e=this.#l();e&&this.#i(e.sighting_id)}#c(){return(this.store.state.route?.legs??[]).findIndex(e=>e.sighting_id===this.chosen)}#l(){return this.store.state.route?.legs[this.#c()+1]}#u(){let e=this.store.state.route?.legs[this.#c()],t=this.#l();return e&&t?fe(e,t):``}#d(e){e.preventDefault();let t=String(new FormData(e.target).get(`name`)??``).trim();return this.saving=!1,this.#f(async()=>{let e=await this.store.finish(t?{name:t}:{}),n=r(`result.savedAs`,e.search.ticked,{name:e.identity.label});this.services.toasts.done(n,e.decision_ids)})}async#f(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};S([f({attribute:!1})],G.prototype,`store`,void 0),S([T()],G.prototype,`chosen`,void 0),S([T()],G.prototype,`playing`,void 0),S([T()],G.prototype,`pause_s`,void 0),S([T()],G.prototype,`saving`,void 0),G=S([m(`result-step`)],G);var K=class extends E{constructor(...e){super(...e),this.cropId=null}willUpdate(e){if(!e.has(`seed`))return;let t=e.get(`seed`);(t?.sighting_id!==this.seed.sighting_id||t===void 0)&&this.#e()}render(){return u`<fr-picture .src=${I(this.cropId)} alt=${h(`search.seed`)}></fr-picture>`}async#e(){let{crop_id:e,sighting_id:t,identity_id:n}=this.seed;this.cropId=e;let r=e===null?t===null?n!==null&&`identities/${encodeURIComponent(n)}`:`sightings/${encodeURIComponent(t)}`:null;if(r)try{this.cropId=(await this.services.api.get(r)).crop_id}catch{}}};S([f({attribute:!1})],K.prototype,`seed`,void 0),S([T()],K.prototype,`cropId`,void 0),K=S([m(`seed-picture`)],K);var q=class extends E{static{this.styles=[k,M`
      .seed {
        display: flex;
        gap: 20px;
        align-items: center;
      }
      seed-picture {
        width: 92px;
        flex: none;
      }
    `]}render(){let{seed:e}=this.search;return u`<div class="seed">
      <seed-picture .seed=${e}></seed-picture>
      <div>
        <h1>${h(`search.title`)}</h1>
        <p class="muted">${this.#t()}</p>
        <p class="muted numbers">${this.#n()}</p>
        ${this.search.identity_id===null?s:this.#e(this.search.identity_id)}
      </div>
    </div>`}#e(e){return u`<p>
      <a href="#/people/${encodeURIComponent(e)}">${h(`search.savedAs`)}</a>
    </p>`}#t(){let{camera:e,time_s:t,kind:n}=this.search.seed;if(e===null||t===null)return h(`search.kind.${n}`);let r=O(t,this.services.site.zone,!0);return h(`search.from`,{camera:w(e),time:r})}#n(){let{site:e}=this.services,{from_s:t,to_s:n}=this.search,r={today:h(`day.today`),yesterday:h(`day.yesterday`)},i=me(b(t,e.zone),e.now_s(),e.zone,`en`,r),a=O(t,e.zone,!0);return h(`search.window`,{day:i,from:a,to:O(n,e.zone,!0)})}};S([f({attribute:!1})],q.prototype,`search`,void 0),q=S([m(`seed-view`)],q);var J=[`cameras`,`candidates`,`result`],Y=class extends E{#e;constructor(){super(),this.searchId=``,this.store=null,this.#e=[],o(this,()=>[this.services.router])}static{this.styles=[k,D,N,M`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 18px;
        min-width: 0;
      }
      .back {
        justify-self: start;
        margin: 0 0 -8px -12px;
      }
      .tall {
        height: 60vh;
      }
    `]}willUpdate(e){if(!e.has(`searchId`))return;this.#a();let t=new De(this.services.api,this.searchId),{live:n}=this.services;this.#e=[t.subscribe(()=>this.requestUpdate()),n.onState(e=>e&&void t.load())],this.store=t,t.load()}disconnectedCallback(){super.disconnectedCallback(),this.#a()}render(){let{store:e}=this;return e===null?u``:u`<a class="button quiet back" href="#/search">
        <fr-icon path=${te}></fr-icon>${h(`search.all`)}
      </a>
      ${this.#t(e)}`}#t(e){let{phase:t,search:n,error:r}=e.state;if(t===`loading`)return F(1,`tall`);if(n===null)return u`<fr-notice .error=${r} @again=${()=>void e.load()}></fr-notice>`;let i=this.#r();return u`<seed-view .search=${n}></seed-view>
      <fr-tabs
        .tabs=${J.map(e=>({name:e,label:h(`search.step.${e}`)}))}
        .current=${i}
        @chosen=${e=>this.#i(e.detail)}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${h(`search.step.${i}`)} @step=${e=>this.#i(e.detail)}>
        ${this.#n(i,e)}
      </div>`}#n(e,t){return e===`cameras`?u`<cameras-step .store=${t}></cameras-step>`:e===`result`?u`<result-step .store=${t}></result-step>`:u`<candidates-step .store=${t}></candidates-step>`}#r(){let e=this.services.router.state.place.params.get(`step`);return J.find(t=>t===e)??`candidates`}#i(e){this.services.router.refine({step:e===`candidates`?null:e})}#a(){for(let e of this.#e)e();this.#e=[]}};S([f()],Y.prototype,`searchId`,void 0),S([T()],Y.prototype,`store`,void 0),Y=S([m(`search-session`)],Y);var X=class extends g{constructor(...e){super(...e),this.ratio=16/9}static{this.styles=[k,M`
      .frame {
        position: relative;
        --picture-radius: 12px;
      }
      button {
        all: unset;
        box-sizing: border-box;
        position: absolute;
        left: var(--x);
        top: var(--y);
        width: var(--w);
        height: var(--h);
        min-width: 24px;
        min-height: 24px;
        border: 2.5px solid #fff;
        outline: 2px solid rgb(0 0 0 / 55%);
        border-radius: 6px;
        cursor: pointer;
      }
      button:hover,
      button:focus-visible {
        border-color: #86a8ff;
        background: rgb(134 168 255 / 22%);
      }
      span {
        position: absolute;
        left: 0;
        bottom: calc(100% + 5px);
        padding: 1px 8px;
        border-radius: 6px;
        background: rgb(0 0 0 / 72%);
        color: #fff;
        font-size: 12.5px;
        font-weight: 560;
        white-space: nowrap;
      }
      .right span {
        left: auto;
        right: 0;
      }
    `]}render(){let{camera:e,time_s:t,people:n}=this.frame;return u`<div class="frame" ${P({"--picture-ratio":String(this.ratio)})}>
      <fr-picture
        .src=${`cameras/${encodeURIComponent(e)}/frame.jpg?time_s=${t}`}
        alt=${w(e)}
        @shown=${e=>this.ratio=e.detail}
      ></fr-picture>
      ${n.map(e=>this.#e(e))}
    </div>`}#e(e){let{x_min:t,y_min:n,x_max:r,y_max:i}=e.box,a=e.label??h(`search.somebody`);return u`<button
      class=${t>.6?`right`:``}
      aria-label=${h(`search.searchFor`,{name:a})}
      ${P({"--x":Z(t),"--y":Z(n),"--w":Z(r-t),"--h":Z(i-n)})}
      @click=${()=>this.dispatchEvent(new CustomEvent(`picked`,{detail:e.sighting_id}))}
    >
      <span>${a}</span>
    </button>`}};S([f({attribute:!1})],X.prototype,`frame`,void 0),S([T()],X.prototype,`ratio`,void 0),X=S([m(`frame-people`)],X);function Z(e){return`${100*e}%`}var Ie=[k,D,x,N,M`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 18px;
      min-width: 0;
    }
    .two {
      display: grid;
      grid-template-columns: minmax(0, 1.7fr) minmax(300px, 1fr);
      gap: 20px;
      align-items: start;
    }
    .card {
      display: grid;
      gap: 14px;
    }
    .steps span {
      text-align: center;
    }
    li {
      display: flex;
      align-items: center;
    }
    li a {
      flex: 1;
      display: flex;
      align-items: center;
      gap: 14px;
      padding: 7px 0;
      color: inherit;
      text-decoration: none;
      min-width: 0;
    }
    li seed-picture {
      width: 48px;
      flex: none;
    }
    .tall {
      height: 56vh;
    }
    @media (max-width: 1000px) {
      .two {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `],Le=86400,Re=class extends c{constructor(e){super({phase:`loading`,error:null,searches:[],cameras:[],camera:``,frame:null}),this.api=e}async load(){try{let[e,t]=await Promise.all([this.api.get(`searches`,{limit:20}),this.api.get(`cameras`)]);this.set({phase:`ready`,error:null,searches:e.items,cameras:t.items});let n=[...t.items].sort((e,t)=>t.last_seen_s-e.last_seen_s)[0];n&&this.state.camera===``&&await this.showCamera(n.name)}catch(e){this.set({phase:`error`,error:v(e)})}}async showCamera(e){let t=this.state.cameras.find(t=>t.name===e);t!==void 0&&(this.set({camera:e}),await this.#e(t.last_seen_s+1,`previous`))}async step(e){let{frame:t}=this.state;t&&await this.#e(t.time_s,e)}begin(e){return this.api.post(`searches`,{sighting_id:e})}beginWithEvent(e){return this.api.post(`searches`,{event_id:ze(e)})}beginWithPhoto(e,t){let n={from_s:t-Le,to_s:t};return this.api.upload(`POST`,`searches/photo`,e,n)}async remove(e){await this.api.delete(`searches/${encodeURIComponent(e)}`),this.set({searches:this.state.searches.filter(t=>t.id!==e)})}async#e(e,t){let{camera:n}=this.state;try{let r=await this.api.get(`frames/people`,{camera:n,time_s:e,direction:t});this.state.camera===n&&this.set({frame:r})}catch(e){if(!v(e).isNotFound)throw e}}};function ze(e){return/\d{9,11}\.\d+-[a-z0-9]{4,8}/.exec(e)?.[0]??e.trim()}var Q=class extends E{#e=null;constructor(){super(),o(this,()=>[this.store]),new L(this,()=>({ArrowLeft:()=>void this.#c(()=>this.store.step(`previous`)),ArrowRight:()=>void this.#c(()=>this.store.step(`next`))}))}static{this.styles=Ie}get store(){return this.#e??=new Re(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}render(){let{phase:e,error:t}=this.store.state;return u`<div>
        <h1>${h(`search.startTitle`)}</h1>
        <p class="muted">${h(`search.startText`)}</p>
      </div>
      ${e===`loading`?F(1,`tall`):s}
      ${e===`error`?u`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:s}
      ${e===`ready`?u`<div class="two">${this.#t()} ${this.#n()}</div>`:s}`}#t(){let{cameras:e,camera:t,frame:r}=this.store.state;return u`<section class="card">
      <div class="row wrap">
        <h2 class="grow">${h(`search.fromFrame`)}</h2>
        <select
          aria-label=${h(`people.camera`)}
          @change=${e=>void this.#c(()=>this.store.showCamera(e.target.value))}
        >
          ${e.map(({name:e})=>u`<option value=${e} ?selected=${e===t}>${w(e)}</option>`)}
        </select>
      </div>
      ${r?u`<frame-people
              .frame=${r}
              @picked=${e=>void this.#s(()=>this.store.begin(e.detail))}
            ></frame-people>
            <div class="row steps">
              <button @click=${()=>void this.#c(()=>this.store.step(`previous`))}>
                <fr-icon path=${n}></fr-icon>${h(`search.previousPerson`)}
              </button>
              <span class="grow numbers muted">${this.#i(r.time_s)}</span>
              <button @click=${()=>void this.#c(()=>this.store.step(`next`))}>
                ${h(`search.nextPerson`)}<fr-icon path=${ue}></fr-icon>
              </button>
            </div>`:u`<fr-notice .icon=${oe} heading=${h(`search.noFrame`)} text=${h(`people.empty.text`)}></fr-notice>`}
    </section>`}#n(){let{searches:e}=this.store.state;return u`<div class="stack">
      <section class="card">
        <h2>${h(`search.fromEvent`)}</h2>
        <form class="row" @submit=${e=>void this.#a(e)}>
          <input
            name="event"
            required
            class="grow"
            placeholder=${h(`search.eventHint`)}
            aria-label=${h(`search.eventHint`)}
          />
          <button class="primary">${h(`search.go`)}</button>
        </form>
      </section>
      <section class="card">
        <h2>${h(`search.fromPhoto`)}</h2>
        <p class="muted small">${h(`search.photoWhy`)}</p>
        <button @click=${()=>this.chooser.click()}>
          <fr-icon path=${re}></fr-icon>${h(`search.choosePhoto`)}
        </button>
        <input
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp"
          @change=${()=>void this.#o()}
        />
      </section>
      ${e.length?u`<section class="card">
            <h2>${h(`search.recent`)}</h2>
            <ul>${e.map(e=>this.#r(e))}</ul>
          </section>`:s}
    </div>`}#r(e){return u`<li>
      <a href="#/search/${encodeURIComponent(e.id)}">
        <seed-picture .seed=${e.seed}></seed-picture>
        <span class="grow">
          <strong>${this.#i(e.seed.time_s??e.created_s)}</strong>
          <span class="muted small"
            ><br />${e.seed.camera?`${w(e.seed.camera)} · `:s}${r(`search.confirmed`,e.ticked)}</span
          >
        </span>
      </a>
      <button class="quiet icon" aria-label=${h(`search.remove`)} @click=${()=>void this.#c(()=>this.store.remove(e.id))}>
        <fr-icon path=${d}></fr-icon>
      </button>
    </li>`}#i(e){let{site:t}=this.services,n={today:h(`day.today`),yesterday:h(`day.yesterday`)};return`${me(b(e,t.zone),t.now_s(),t.zone,`en`,n)}, ${O(e,t.zone,!0)}`}#a(e){e.preventDefault();let t=String(new FormData(e.target).get(`event`)??``);return this.#s(()=>this.store.beginWithEvent(t))}async#o(){let[e]=this.chooser.files??[];this.chooser.value=``,e&&await this.#s(()=>this.store.beginWithPhoto(e,this.services.site.now_s()))}#s(e){return this.#c(async()=>this.services.router.go([`search`,(await e()).id]))}async#c(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};S([e(`input[type=file]`)],Q.prototype,`chooser`,void 0),Q=S([m(`search-start`)],Q);var $=class extends E{#e=``;static{this.styles=[k,M`
      :host {
        display: block;
        min-width: 0;
      }
    `]}willUpdate(){let{path:e,params:t}=this.place,n=t.toString();e[1]===`new`&&n!==``&&n!==this.#e&&(this.#e=n,this.#t(t))}render(){let e=this.place.path[1];return e===void 0?u`<search-start></search-start>`:e===`new`?u`<p role="status">${h(`search.beginning`)}</p>`:u`<search-session .searchId=${e}></search-session>`}async#t(e){let{api:t,router:n,toasts:r}=this.services,i=Object.fromEntries([`identity`,`sighting`,`event`,`crop`].filter(t=>e.has(t)).map(t=>[`${t}_id`,e.get(t)]));try{let e=await t.post(`searches`,i);location.replace(`#/search/${encodeURIComponent(e.id)}`)}catch(e){r.failed(v(e)),n.go([`search`])}}};S([f({attribute:!1})],$.prototype,`place`,void 0),$=S([m(`search-page`)],$);export{$ as SearchPage};