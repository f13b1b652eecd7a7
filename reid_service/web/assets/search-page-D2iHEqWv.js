import{$ as e,Bt as t,C as n,Dt as r,Et as i,It as a,Kt as o,Lt as s,M as c,Mt as l,N as u,O as ee,Ot as d,Pt as f,Qt as p,R as te,Rt as m,S as ne,Tt as h,Ut as g,Vt as _,Yt as v,_t as re,a as y,c as b,f as x,ft as S,g as C,gt as ie,h as w,i as T,j as E,l as D,mt as ae,pt as oe,s as O,tt as se,u as ce,w as le,x as ue,zt as k}from"./words-BNtJ4LZz.js";import{a as A,i as j,n as M,r as N,t as P}from"./fr-picture--T81PWeK.js";import{t as de}from"./query-all-B3-xwh4V.js";import"./fr-tabs-lbZlkUGG.js";import{t as F}from"./keys-BtAWeeJP.js";import"./fr-clip-BXsWIrwC.js";import"./fr-dialog-BIs4G8_2.js";import"./fr-segments-BWvJhxju.js";import{t as I}from"./places-BnEeg5QM.js";import{t as fe}from"./live-BR55BHTR.js";import"./fr-plan-BOTDKP5X.js";import{i as pe,n as me,t as he}from"./export-button-DeQGiVAx.js";import{t as L}from"./repeat-BXS0Cl2e.js";var ge=300,R=2,z=class extends w{constructor(...e){super(...e),this.sightingId=``,this.active=!1,this.url=``,this.#e=0,this.#t=null}#e;#t;static{this.styles=[h,o`
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
    `]}willUpdate(e){e.has(`active`)&&(this.#i(),this.active&&(this.#e=window.setTimeout(()=>void this.#n(),ge)))}disconnectedCallback(){super.disconnectedCallback(),this.#i()}render(){return this.url?g`<video
      src=${this.url}
      autoplay
      muted
      playsinline
      @timeupdate=${e=>this.#r(e.target)}
      @ended=${()=>this.#i()}
      @error=${()=>this.#i()}
    ></video>`:_}async#n(){let e=new AbortController;this.#t=e;let t=`sightings/${encodeURIComponent(this.sightingId)}/clip.mp4`,n={padding_s:0,first_s:R};try{let r=await this.services.api.blob(t,n,e.signal);this.#t===e&&(this.url=URL.createObjectURL(r))}catch{this.#t===e&&(this.#t=null)}}#r(e){e.currentTime>=R&&this.#i()}#i(){clearTimeout(this.#e),this.#t?.abort(),this.#t=null,this.url&&URL.revokeObjectURL(this.url),this.url=``}};C([m()],z.prototype,`sightingId`,void 0),C([m({type:Boolean})],z.prototype,`active`,void 0),C([s()],z.prototype,`url`,void 0),z=C([k(`hover-clip`)],z);var _e=matchMedia(`(prefers-reduced-motion: reduce)`),ve={likely:`good`,unsure:`warn`,weak:``},B=class extends t{constructor(...e){super(...e),this.locked=!1,this.hovered=!1}static{this.styles=[h,i,r,o`
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
    `]}focus(){this.picture.focus()}render(){let{sighting:e,band:t,label:n,offset_s:r,is_new:i}=this.candidate,a=y(e.camera),o=O(e.start_s,this.zone,!0);return g`<article class=${n??``}>
      <button
        class="picture"
        aria-label=${`${a}, ${o}`}
        @click=${()=>this.#n(`tick`)}
        @pointerenter=${e=>this.#t(e)}
        @pointerleave=${()=>this.hovered=!1}
      >
        <fr-picture .src=${P(e.crop_id)}></fr-picture>
        <hover-clip .sightingId=${e.id} .active=${this.hovered}></hover-clip>
      </button>
      ${i?g`<span class="chip accent new">${f(`search.new`)}</span>`:_}
      <div class="words">
        <p class="row">
          <strong class="numbers grow">${r===null?o:ce(r)}</strong>
          <span class="chip ${ve[t]}">${f(`band.${t}`)}</span>
        </p>
        <p class="muted small numbers cut">
          ${o}${e.identity_label?` · ${e.identity_label}`:_}
        </p>
      </div>
      <div class="marks">
        ${this.#e(`tick`,ee,f(`search.tick`))}
        ${this.#e(`cross`,u,f(`search.cross`))}
        <button class="quiet icon" aria-label=${f(`leg.clip`)} @click=${()=>this.#r(`play`)}>
          <fr-icon path=${S}></fr-icon>
        </button>
      </div>
    </article>`}#e(e,t,n){return g`<button
      class=${e}
      aria-pressed=${this.candidate.label===e}
      ?disabled=${this.locked}
      aria-label=${n}
      title=${n}
      @click=${()=>this.#n(e)}
    >
      <fr-icon path=${t}></fr-icon>
    </button>`}#t(e){this.hovered=e.pointerType===`mouse`&&!_e.matches}#n(e){this.#r(`mark`,e)}#r(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};C([m({attribute:!1})],B.prototype,`candidate`,void 0),C([m({attribute:!1})],B.prototype,`zone`,void 0),C([m({type:Boolean})],B.prototype,`locked`,void 0),C([s()],B.prototype,`hovered`,void 0),C([A(`.picture`)],B.prototype,`picture`,void 0),B=C([k(`candidate-tile`)],B);var ye=[h,i,j,o`
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
  `],be=100,xe=class extends v{#e=0;constructor(e,t){super({phase:`loading`,error:null,search:null,cameras:[],plan:null,candidates:[],total:0,order:`likeness`,looking:!1,newcomers:null,route:null,dropped:[]}),this.api=e,this.id=t}async load(){try{let[e,t]=await Promise.all([this.api.get(this.#i()),this.api.get(`cameras`)]);this.set({phase:`ready`,error:null,search:e,cameras:t.items}),await this.look()}catch(e){this.set({phase:`error`,error:p(e)});return}try{this.set({plan:await this.api.get(`plan`)})}catch{}}async look(){let e=++this.#e;this.set({looking:!0});try{let{order:t}=this.state,n=`${this.#i()}/candidates`,r=await this.api.get(n,{order:t,limit:be});e===this.#e&&this.set({candidates:r.items,total:r.total})}finally{e===this.#e&&this.set({looking:!1})}}async sort(e){this.set({order:e}),await this.look()}get isFinished(){return this.state.search?.state===`finished`}get searched(){let{search:e,cameras:t}=this.state;return new Set(e?.cameras??t.map(e=>e.name))}async choose(e){let t=this.state.cameras.every(t=>e.includes(t.name));await this.#r({cameras:t?null:e})}async toggleCamera(e){let t=new Set(this.searched);t.delete(e)||t.add(e),t.size>0&&await this.choose([...t])}async shift(e){let{search:t}=this.state;if(t===null)return;let n=e*(t.to_s-t.from_s);await this.#r({from_s:t.from_s+n,to_s:t.to_s+n})}async widen(){let{search:e}=this.state;if(e===null)return;let t=(e.to_s-e.from_s)/2;await this.#r({from_s:e.from_s-t,to_s:e.to_s+t})}async label(e,t){let n=this.state.candidates;this.set({candidates:n.map(n=>n.sighting.id===e?{...n,label:t}:n)});let r={ticks:t===`tick`?[e]:[],crosses:t===`cross`?[e]:[],clear:t===null?[e]:[]};try{this.set({search:await this.api.post(`${this.#i()}/labels`,r)})}catch(e){throw this.set({candidates:n}),e}}async refine(){this.set({looking:!0});try{let e=await this.api.post(`${this.#i()}/refine`);this.set({candidates:e.items,total:e.total,newcomers:e.newcomers,order:`likeness`})}finally{this.set({looking:!1})}}async readRoute(){let e=await this.api.get(`${this.#i()}/route`),t=(this.state.search?.dropped??[]).map(e=>this.api.get(`sightings/${encodeURIComponent(e)}`));this.set({route:e,dropped:await Promise.all(t)})}async placeLeg(e,t){let n=this.#t().filter(t=>t!==e);n.splice(Math.max(0,t),0,e),await this.#n(n)}async dropLeg(e){await this.#n(this.#t().filter(t=>t!==e))}async restoreLeg(e){let t=this.state.dropped.find(t=>t.id===e)?.start_s??0,n=this.state.route?.legs.findIndex(e=>e.start_s>t)??-1,r=this.#t();r.splice(n<0?r.length:n,0,e),await this.#n(r)}async resetLegs(){await this.#n(null)}async finish(e){let t=await this.api.post(`${this.#i()}/finish`,e);return this.set({search:t.search}),t}#t(){return(this.state.route?.legs??[]).map(e=>e.sighting_id)}async#n(e){this.set({search:await this.api.put(`${this.#i()}/legs`,{legs:e})}),await this.readRoute()}async#r(e){this.set({search:await this.api.patch(this.#i(),e),newcomers:null}),await this.look()}#i(){return`searches/${encodeURIComponent(this.id)}`}};function Se(e){let t=new Map;for(let n of e){let{camera:e}=n.sighting;t.set(e,[...t.get(e)??[],n])}return[...t]}var V=class extends w{constructor(){super(),this.clip=``,l(this,()=>[this.store]),new F(this,()=>({" ":()=>this.#a(e=>this.#i(e,`tick`)),x:()=>this.#a(e=>this.#i(e,`cross`)),p:()=>this.#a(e=>this.clip=e.sighting.id),r:()=>void this.#l(()=>this.store.refine()),"[":()=>void this.#l(()=>this.store.shift(-1)),"]":()=>void this.#l(()=>this.store.shift(1)),ArrowRight:()=>this.#o(1),ArrowLeft:()=>this.#o(-1),ArrowDown:()=>this.#s(1),ArrowUp:()=>this.#s(-1)}))}static{this.styles=ye}render(){let{search:e}=this.store.state;return g`${this.#e()} ${this.#t()}
      <div class="foot">
        <strong>${a(`search.confirmed`,e?.ticked??0)}</strong>
        <span class="grow"></span>
        <button
          class="quiet"
          ?hidden=${this.store.isFinished}
          ?disabled=${this.store.state.looking||!e?.ticked}
          @click=${()=>void this.#u(()=>this.store.refine())}
        >
          ${f(`search.refine`)} <kbd>R</kbd>
        </button>
        <button class="primary" ?disabled=${!e?.ticked} @click=${()=>this.#c()}>
          ${f(`search.view`)}
        </button>
      </div>
      ${this.clip?g`<fr-dialog wide heading=${f(`leg.clip`)} @closed=${()=>this.clip=``}>
            <fr-clip .sightingId=${this.clip}></fr-clip>
          </fr-dialog>`:_}`}#e(){let{search:e,order:t}=this.store.state,n=e?(e.to_s-e.from_s)/2:0;return g`<div class="bar" ?hidden=${this.store.isFinished}>
      <div class="row">
        <button class="icon" title="[" aria-label=${f(`search.earlier`)} @click=${()=>void this.#u(()=>this.store.shift(-1))}>
          <fr-icon path=${E}></fr-icon>
        </button>
        <span class="numbers window">± ${D(n)}</span>
        <button class="icon" title="]" aria-label=${f(`search.later`)} @click=${()=>void this.#u(()=>this.store.shift(1))}>
          <fr-icon path=${c}></fr-icon>
        </button>
        <button @click=${()=>void this.#u(()=>this.store.widen())}>
          <fr-icon path=${se}></fr-icon>${f(`search.widen`)}
        </button>
      </div>
      <span class="grow"></span>
      <fr-segments
        label=${f(`search.order`)}
        .segments=${[`likeness`,`time`].map(e=>({value:e,label:f(`search.order.${e}`)}))}
        .value=${t}
        @chosen=${e=>void this.#u(()=>this.store.sort(e.detail))}
      ></fr-segments>
    </div>`}#t(){let{candidates:e,looking:t,newcomers:n,total:r}=this.store.state;return e.length===0&&t?g`<div class="tiles">${N(8,`tile`)}</div>`:e.length===0?this.#n():g`<div class="row wrap">
        <p class="muted" role="status">
          ${n===null?a(`search.found`,r):n===0?a(`search.nothingMore`,this.store.searched.size):a(`search.newcomers`,n)}
        </p>
        ${n===0&&!this.store.isFinished?g`<button class="small" @click=${()=>void this.#u(()=>this.store.widen())}>
              ${f(`search.widen`)}
            </button>`:_}
        <span class="grow"></span>
        <p class="muted small keys">${f(`search.keys`)}</p>
      </div>
      ${Se(e).map(([e,n])=>g`<section aria-busy=${t}>
            <h2>${y(e)} <span class="muted small">${n.length}</span></h2>
            <div class="tiles">${n.map(e=>this.#r(e))}</div>
          </section>`)}`}#n(){return g`<fr-notice
      .icon=${ie}
      heading=${f(`search.none.title`)}
      text=${a(`search.none.text`,this.store.searched.size)}
    >
      <button class="primary" @click=${()=>void this.#u(()=>this.store.widen())}>
        ${f(`search.widen`)}
      </button>
    </fr-notice>`}#r(e){return g`<candidate-tile
      .candidate=${e}
      .locked=${this.store.isFinished}
      .zone=${this.services.site.zone}
      @mark=${t=>this.#i(e,t.detail)}
      @play=${()=>this.clip=e.sighting.id}
    ></candidate-tile>`}#i(e,t){if(this.store.isFinished)return;let n=e.label===t?null:t;this.#u(()=>this.store.label(e.sighting.id,n))}#a(e){let t=this.renderRoot.querySelector(`candidate-tile:focus-within`);t&&e(t.candidate)}#o(e){let t=[...this.tiles],n=t.findIndex(e=>e.matches(`:focus-within`));t[Math.max(0,Math.min(t.length-1,n+e))]?.focus()}#s(e){let t=[...this.tiles],n=t.find(e=>e.matches(`:focus-within`))?.getBoundingClientRect();if(n===void 0)return this.#o(1);let r=t.map(e=>({tile:e,at:e.getBoundingClientRect()})).filter(({at:t})=>(t.top-n.top)*e>1),i=Math.min(...r.map(({at:e})=>Math.abs(e.top-n.top)));r.filter(({at:e})=>Math.abs(e.top-n.top)<i+1).sort((e,t)=>Math.abs(e.at.left-n.left)-Math.abs(t.at.left-n.left))[0]?.tile.focus()}#c(){this.dispatchEvent(new CustomEvent(`step`,{detail:`result`,bubbles:!0}))}async#l(e){this.store.isFinished||await this.#u(e)}async#u(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};C([m({attribute:!1})],V.prototype,`store`,void 0),C([s()],V.prototype,`clip`,void 0),C([de(`candidate-tile`)],V.prototype,`tiles`,void 0),V=C([k(`candidates-step`)],V);function Ce(e,t){return[...new Set([t,...H(e,t).keys()])]}function we(e,t,n){let r=new Map([[t,0]]),i=[t];for(let t=i.shift();t!==void 0;t=i.shift())for(let[a,o]of H(e,t)){let e=(r.get(t)??0)+o;e>n||e>=(r.get(a)??1/0)||(r.set(a,e),i.push(a))}return[...r.keys()]}function H(e,t){let n=new Map;for(let r of e){if(r.rule===`forbidden`)continue;let e=Math.max(0,r.p5_s??0),i=r.from_camera===t?r.to_camera:r.to_camera===t&&r.from_camera;i&&n.set(i,Math.min(e,n.get(i)??1/0))}return n}var U=class extends w{constructor(){super(),this.hovered=null,l(this,()=>[this.store])}static{this.styles=[h,i,r,d,o`
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
    `]}render(){let{cameras:e,plan:t}=this.store.state,n=e.map(e=>e.name),r=new Set((t?.placements??[]).map(e=>e.camera)),i=this.hovered?new Set([this.hovered]):this.store.searched;return g`<div class="two">
      <section class="card">
        <div class="presets" ?hidden=${this.store.isFinished}>${this.#e(n)}</div>
        <ul>
          ${n.map(e=>this.#t(e,r.has(e)||r.size===0))}
        </ul>
        <button class="primary next" @click=${()=>this.#r()}>${f(`search.toCandidates`)}</button>
      </section>
      <fr-plan .places=${I(t,n)} .lit=${i}></fr-plan>
    </div>`}#e(e){let{plan:t,search:n}=this.store.state,r=n?.seed.camera??null,i=n?(n.to_s-n.from_s)/2:0,a=t?.edges??[];return g`<button @click=${()=>void this.#n(e)}>${f(`search.preset.all`)}</button>
      ${r===null||a.length===0?``:g`<button @click=${()=>void this.#n(Ce(a,r))}>
              ${f(`search.preset.nextDoor`)}
            </button>
            <button @click=${()=>void this.#n(we(a,r,i))}>
              ${f(`search.preset.reachable`)}
            </button>`}`}#t(e,t){return g`<li
      @pointerenter=${()=>this.hovered=e}
      @pointerleave=${()=>this.hovered=null}
    >
      <label class="check"
        ><input
          type="checkbox"
          .checked=${fe(this.store.searched.has(e))}
          ?disabled=${this.store.isFinished}
          @focus=${()=>this.hovered=e}
          @blur=${()=>this.hovered=null}
          @change=${()=>void this.#i(()=>this.store.toggleCamera(e))}
        /><span class="cut">${y(e)}</span></label
      >
      ${t?``:g`<span class="chip">${f(`search.notDrawn`)}</span>`}
    </li>`}#n(e){return this.#i(()=>this.store.choose(e))}#r(){this.dispatchEvent(new CustomEvent(`step`,{detail:`candidates`,bubbles:!0}))}async#i(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};C([m({attribute:!1})],U.prototype,`store`,void 0),C([s()],U.prototype,`hovered`,void 0),U=C([k(`cameras-step`)],U);var Te=[h,i,o`
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
  `],W=class extends t{constructor(...e){super(...e),this.legs=[],this.dropped=[],this.chosen=``,this.dragged=``,this.over=-1}static{this.styles=Te}render(){return g`<ol aria-label=${f(`route.legs`)}>
        ${L(this.legs,e=>e.sighting_id,(e,t)=>this.#e(e,t))}
      </ol>
      ${this.dropped.length?g`<h3>${f(`result.dropped`)}</h3>
            <ul>${this.dropped.map(e=>this.#t(e))}</ul>`:_}`}#e(e,t){let n=this.legs[t-1],r=e.sighting_id,i=O(e.start_s,this.zone,!0),a={camera:y(e.camera),time:i};return g`<li
      class="${r===this.chosen?`chosen`:``} ${this.over===t?`over`:``}"
      draggable="true"
      @dragstart=${()=>this.dragged=r}
      @dragend=${()=>this.#a()}
      @dragover=${e=>this.#r(e,t)}
      @drop=${e=>this.#i(e,t)}
    >
      ${n?g`<p class="gap">${T(n,e)}</p>`:_}
      <div class="one">
        <button
          class="leg"
          aria-current=${r===this.chosen}
          @click=${()=>this.#s(`choose`,r)}
        >
          <span class="number">${t+1}</span>
          <fr-picture .src=${P(e.crop_id)}></fr-picture>
          <span>
            <strong>${y(e.camera)}</strong>
            <span class="muted small numbers"
              ><br />${i} · ${D(e.end_s-e.start_s)}</span
            >
          </span>
        </button>
        <span class="does">
          ${this.#n(`up`,le,f(`result.up`,a),t===0,()=>this.#o(r,t-1))}
          ${this.#n(`down`,ne,f(`result.down`,a),t===this.legs.length-1,()=>this.#o(r,t+1))}
          ${this.#n(`drop`,u,f(`result.drop`,a),this.legs.length===1,()=>this.#s(`drop-leg`,r))}
        </span>
      </div>
    </li>`}#t(e){let t=O(e.start_s,this.zone,!0),n={camera:y(e.camera),time:t};return g`<li class="left-out">
      <fr-picture .src=${P(e.crop_id)}></fr-picture>
      <span class="grow muted numbers">${n.camera} · ${t}</span>
      <button aria-label=${f(`result.restoreOf`,n)} @click=${()=>this.#s(`restore`,e.id)}>
        <fr-icon path=${oe}></fr-icon>${f(`result.restore`)}
      </button>
    </li>`}#n(e,t,n,r,i){return g`<button
      class="quiet icon ${e}"
      ?disabled=${r}
      aria-label=${n}
      title=${n}
      @click=${i}
    >
      <fr-icon path=${t}></fr-icon>
    </button>`}#r(e,t){this.dragged!==``&&(e.preventDefault(),this.over=t)}#i(e,t){e.preventDefault();let n=this.dragged;this.#a(),n!==``&&this.legs[t]?.sighting_id!==n&&this.#o(n,t)}#a(){this.dragged=``,this.over=-1}#o(e,t){this.#s(`place`,{id:e,at:t})}#s(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};C([m({attribute:!1})],W.prototype,`legs`,void 0),C([m({attribute:!1})],W.prototype,`dropped`,void 0),C([m()],W.prototype,`chosen`,void 0),C([m({attribute:!1})],W.prototype,`zone`,void 0),C([s()],W.prototype,`dragged`,void 0),C([s()],W.prototype,`over`,void 0),W=C([k(`result-legs`)],W);var Ee=3,G=class extends w{#e;constructor(){super(),this.chosen=``,this.playing=!1,this.pause_s=null,this.saving=!1,this.#e=0,l(this,()=>[this.store]),new F(this,()=>({p:()=>this.#a()}))}static{this.styles=[h,i,d,j,o`
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
    `]}connectedCallback(){super.connectedCallback(),this.#f(()=>this.store.readRoute())}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#e)}render(){let{route:e,search:t}=this.store.state;return e===null?N(1,`tall`):e.legs.length===0?g`<fr-notice heading=${f(`result.none.title`)} text=${f(`result.none.text`)}></fr-notice>`:g`<div class="bar">
        <button class="primary" @click=${()=>this.#a()}>
          <fr-icon path=${S}></fr-icon>${f(`result.play`)} <kbd>P</kbd>
        </button>
        <button @click=${()=>this.saving=!0} ?disabled=${t?.state===`finished`}>
          <fr-icon path=${te}></fr-icon>
          ${t?.state===`finished`?f(`result.saved`):f(`result.save`)}
        </button>
        ${t?.arranged?g`<button class="quiet" @click=${()=>void this.#f(()=>this.store.resetLegs())}>
              <fr-icon path=${ae}></fr-icon>${f(`result.byTime`)}
            </button>`:_}
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
      ${this.saving?this.#r():_}`}#t(){if(!this.playing)return _;if(this.pause_s!==null){let e=this.#l();return g`<div class="pause" role="status">
        <p>${this.#u()}</p>
        <p class="muted">
          ${f(`result.next`,{camera:y(e?.camera??``),n:this.pause_s})}
        </p>
        <button @click=${()=>this.#s()}>
          <fr-icon path=${re}></fr-icon>${f(`result.skip`)}
        </button>
      </div>`}return g`<fr-clip .sightingId=${this.chosen} @ended=${()=>this.#o()}></fr-clip>`}#n(){let{route:e,plan:t,cameras:n}=this.store.state,r=I(t,n.map(e=>e.name)),i=e?.legs??[],a=pe(t,r.floor?.id??null,i),o=me(i,e?.gaps??[],r.at,a),{chosen:s}=this;return g`<fr-plan
      .places=${r}
      .unplaced=${o.unplaced}
      .layer=${e=>he({layout:o,chosen:s,onStop:e=>this.#i(e)},e)}
    ></fr-plan>`}#r(){let e=this.store.state.search?.seed.identity_id;return g`<fr-dialog heading=${f(`result.save`)} @closed=${()=>this.saving=!1}>
      <form id="save" class="stack" @submit=${e=>void this.#d(e)}>
        <p class="muted">${f(e?`result.saveKnown`:`result.saveNew`)}</p>
        <label class="field"
          >${f(`people.name`)}
          <input name="name" maxlength="100" autocomplete="off" autofocus />
        </label>
        <button class="primary">${f(`action.save`)}</button>
      </form>
    </fr-dialog>`}#i(e){clearInterval(this.#e),this.chosen=e,this.pause_s=null}#a(){let e=this.store.state.route?.legs[0];this.#i(this.chosen||(e?.sighting_id??``)),this.playing=!0}#o(){this.#l()!==void 0&&(this.pause_s=Ee,this.#e=window.setInterval(()=>{this.pause_s=(this.pause_s??1)-1,this.pause_s<=0&&this.#s()},1e3))}#s(){let e=this.#l();e&&this.#i(e.sighting_id)}#c(){return(this.store.state.route?.legs??[]).findIndex(e=>e.sighting_id===this.chosen)}#l(){return this.store.state.route?.legs[this.#c()+1]}#u(){let e=this.store.state.route?.legs[this.#c()],t=this.#l();return e&&t?T(e,t):``}#d(e){e.preventDefault();let t=String(new FormData(e.target).get(`name`)??``).trim();return this.saving=!1,this.#f(async()=>{let e=await this.store.finish(t?{name:t}:{}),n=a(`result.savedAs`,e.search.ticked,{name:e.identity.label});this.services.toasts.done(n,e.decision_ids)})}async#f(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};C([m({attribute:!1})],G.prototype,`store`,void 0),C([s()],G.prototype,`chosen`,void 0),C([s()],G.prototype,`playing`,void 0),C([s()],G.prototype,`pause_s`,void 0),C([s()],G.prototype,`saving`,void 0),G=C([k(`result-step`)],G);var K=class extends w{constructor(...e){super(...e),this.cropId=null}willUpdate(e){if(!e.has(`seed`))return;let t=e.get(`seed`);(t?.sighting_id!==this.seed.sighting_id||t===void 0)&&this.#e()}render(){return g`<fr-picture .src=${P(this.cropId)} alt=${f(`search.seed`)}></fr-picture>`}async#e(){let{crop_id:e,sighting_id:t,identity_id:n}=this.seed;this.cropId=e;let r=e===null?t===null?n!==null&&`identities/${encodeURIComponent(n)}`:`sightings/${encodeURIComponent(t)}`:null;if(r)try{this.cropId=(await this.services.api.get(r)).crop_id}catch{}}};C([m({attribute:!1})],K.prototype,`seed`,void 0),C([s()],K.prototype,`cropId`,void 0),K=C([k(`seed-picture`)],K);var q=class extends w{static{this.styles=[h,o`
      .seed {
        display: flex;
        gap: 20px;
        align-items: center;
      }
      seed-picture {
        width: 92px;
        flex: none;
      }
    `]}render(){let{seed:e}=this.search;return g`<div class="seed">
      <seed-picture .seed=${e}></seed-picture>
      <div>
        <h1>${f(`search.title`)}</h1>
        <p class="muted">${this.#t()}</p>
        <p class="muted numbers">${this.#n()}</p>
        ${this.search.identity_id===null?_:this.#e(this.search.identity_id)}
      </div>
    </div>`}#e(e){return g`<p>
      <a href="#/people/${encodeURIComponent(e)}">${f(`search.savedAs`)}</a>
    </p>`}#t(){let{camera:e,time_s:t,kind:n}=this.search.seed;if(e===null||t===null)return f(`search.kind.${n}`);let r=O(t,this.services.site.zone,!0);return f(`search.from`,{camera:y(e),time:r})}#n(){let{site:e}=this.services,{from_s:t,to_s:n}=this.search,r={today:f(`day.today`),yesterday:f(`day.yesterday`)},i=b(x(t,e.zone),e.now_s(),e.zone,`en`,r),a=O(t,e.zone,!0);return f(`search.window`,{day:i,from:a,to:O(n,e.zone,!0)})}};C([m({attribute:!1})],q.prototype,`search`,void 0),q=C([k(`seed-view`)],q);var J=[`cameras`,`candidates`,`result`],Y=class extends w{#e;constructor(){super(),this.searchId=``,this.store=null,this.#e=[],l(this,()=>[this.services.router])}static{this.styles=[h,i,j,o`
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
    `]}willUpdate(e){if(!e.has(`searchId`))return;this.#a();let t=new xe(this.services.api,this.searchId),{live:n}=this.services;this.#e=[t.subscribe(()=>this.requestUpdate()),n.onState(e=>e&&void t.load())],this.store=t,t.load()}disconnectedCallback(){super.disconnectedCallback(),this.#a()}render(){let{store:e}=this;return e===null?g``:g`<a class="button quiet back" href="#/search">
        <fr-icon path=${n}></fr-icon>${f(`search.all`)}
      </a>
      ${this.#t(e)}`}#t(e){let{phase:t,search:n,error:r}=e.state;if(t===`loading`)return N(1,`tall`);if(n===null)return g`<fr-notice .error=${r} @again=${()=>void e.load()}></fr-notice>`;let i=this.#r();return g`<seed-view .search=${n}></seed-view>
      <fr-tabs
        .tabs=${J.map(e=>({name:e,label:f(`search.step.${e}`)}))}
        .current=${i}
        @chosen=${e=>this.#i(e.detail)}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${f(`search.step.${i}`)} @step=${e=>this.#i(e.detail)}>
        ${this.#n(i,e)}
      </div>`}#n(e,t){return e===`cameras`?g`<cameras-step .store=${t}></cameras-step>`:e===`result`?g`<result-step .store=${t}></result-step>`:g`<candidates-step .store=${t}></candidates-step>`}#r(){let e=this.services.router.state.place.params.get(`step`);return J.find(t=>t===e)??`candidates`}#i(e){this.services.router.refine({step:e===`candidates`?null:e})}#a(){for(let e of this.#e)e();this.#e=[]}};C([m()],Y.prototype,`searchId`,void 0),C([s()],Y.prototype,`store`,void 0),Y=C([k(`search-session`)],Y);var X=class extends t{constructor(...e){super(...e),this.ratio=16/9}static{this.styles=[h,o`
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
    `]}render(){let{camera:e,time_s:t,people:n}=this.frame;return g`<div class="frame" ${M({"--picture-ratio":String(this.ratio)})}>
      <fr-picture
        .src=${`cameras/${encodeURIComponent(e)}/frame.jpg?time_s=${t}`}
        alt=${y(e)}
        @shown=${e=>this.ratio=e.detail}
      ></fr-picture>
      ${n.map(e=>this.#e(e))}
    </div>`}#e(e){let{x_min:t,y_min:n,x_max:r,y_max:i}=e.box,a=e.label??f(`search.somebody`);return g`<button
      class=${t>.6?`right`:``}
      aria-label=${f(`search.searchFor`,{name:a})}
      ${M({"--x":Z(t),"--y":Z(n),"--w":Z(r-t),"--h":Z(i-n)})}
      @click=${()=>this.dispatchEvent(new CustomEvent(`picked`,{detail:e.sighting_id}))}
    >
      <span>${a}</span>
    </button>`}};C([m({attribute:!1})],X.prototype,`frame`,void 0),C([s()],X.prototype,`ratio`,void 0),X=C([k(`frame-people`)],X);function Z(e){return`${100*e}%`}var De=[h,i,d,j,o`
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
  `],Oe=86400,ke=class extends v{constructor(e){super({phase:`loading`,error:null,searches:[],cameras:[],camera:``,frame:null}),this.api=e}async load(){try{let[e,t]=await Promise.all([this.api.get(`searches`,{limit:20}),this.api.get(`cameras`)]);this.set({phase:`ready`,error:null,searches:e.items,cameras:t.items});let n=[...t.items].sort((e,t)=>t.last_seen_s-e.last_seen_s)[0];n&&this.state.camera===``&&await this.showCamera(n.name)}catch(e){this.set({phase:`error`,error:p(e)})}}async showCamera(e){let t=this.state.cameras.find(t=>t.name===e);t!==void 0&&(this.set({camera:e}),await this.#e(t.last_seen_s+1,`previous`))}async step(e){let{frame:t}=this.state;t&&await this.#e(t.time_s,e)}begin(e){return this.api.post(`searches`,{sighting_id:e})}beginWithEvent(e){return this.api.post(`searches`,{event_id:Ae(e)})}beginWithPhoto(e,t){let n={from_s:t-Oe,to_s:t};return this.api.upload(`POST`,`searches/photo`,e,n)}async remove(e){await this.api.delete(`searches/${encodeURIComponent(e)}`),this.set({searches:this.state.searches.filter(t=>t.id!==e)})}async#e(e,t){let{camera:n}=this.state;try{let r=await this.api.get(`frames/people`,{camera:n,time_s:e,direction:t});this.state.camera===n&&this.set({frame:r})}catch(e){if(!p(e).isNotFound)throw e}}};function Ae(e){return/\d{9,11}\.\d+-[a-z0-9]{4,8}/.exec(e)?.[0]??e.trim()}var Q=class extends w{#e=null;constructor(){super(),l(this,()=>[this.store]),new F(this,()=>({ArrowLeft:()=>void this.#c(()=>this.store.step(`previous`)),ArrowRight:()=>void this.#c(()=>this.store.step(`next`))}))}static{this.styles=De}get store(){return this.#e??=new ke(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}render(){let{phase:e,error:t}=this.store.state;return g`<div>
        <h1>${f(`search.startTitle`)}</h1>
        <p class="muted">${f(`search.startText`)}</p>
      </div>
      ${e===`loading`?N(1,`tall`):_}
      ${e===`error`?g`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:_}
      ${e===`ready`?g`<div class="two">${this.#t()} ${this.#n()}</div>`:_}`}#t(){let{cameras:e,camera:t,frame:n}=this.store.state;return g`<section class="card">
      <div class="row wrap">
        <h2 class="grow">${f(`search.fromFrame`)}</h2>
        <select
          aria-label=${f(`people.camera`)}
          @change=${e=>void this.#c(()=>this.store.showCamera(e.target.value))}
        >
          ${e.map(({name:e})=>g`<option value=${e} ?selected=${e===t}>${y(e)}</option>`)}
        </select>
      </div>
      ${n?g`<frame-people
              .frame=${n}
              @picked=${e=>void this.#s(()=>this.store.begin(e.detail))}
            ></frame-people>
            <div class="row steps">
              <button @click=${()=>void this.#c(()=>this.store.step(`previous`))}>
                <fr-icon path=${E}></fr-icon>${f(`search.previousPerson`)}
              </button>
              <span class="grow numbers muted">${this.#i(n.time_s)}</span>
              <button @click=${()=>void this.#c(()=>this.store.step(`next`))}>
                ${f(`search.nextPerson`)}<fr-icon path=${c}></fr-icon>
              </button>
            </div>`:g`<fr-notice .icon=${ue} heading=${f(`search.noFrame`)} text=${f(`people.empty.text`)}></fr-notice>`}
    </section>`}#n(){let{searches:t}=this.store.state;return g`<div class="stack">
      <section class="card">
        <h2>${f(`search.fromEvent`)}</h2>
        <form class="row" @submit=${e=>void this.#a(e)}>
          <input
            name="event"
            required
            class="grow"
            placeholder=${f(`search.eventHint`)}
            aria-label=${f(`search.eventHint`)}
          />
          <button class="primary">${f(`search.go`)}</button>
        </form>
      </section>
      <section class="card">
        <h2>${f(`search.fromPhoto`)}</h2>
        <p class="muted small">${f(`search.photoWhy`)}</p>
        <button @click=${()=>this.chooser.click()}>
          <fr-icon path=${e}></fr-icon>${f(`search.choosePhoto`)}
        </button>
        <input
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp"
          @change=${()=>void this.#o()}
        />
      </section>
      ${t.length?g`<section class="card">
            <h2>${f(`search.recent`)}</h2>
            <ul>${t.map(e=>this.#r(e))}</ul>
          </section>`:_}
    </div>`}#r(e){return g`<li>
      <a href="#/search/${encodeURIComponent(e.id)}">
        <seed-picture .seed=${e.seed}></seed-picture>
        <span class="grow">
          <strong>${this.#i(e.seed.time_s??e.created_s)}</strong>
          <span class="muted small"
            ><br />${e.seed.camera?`${y(e.seed.camera)} · `:_}${a(`search.confirmed`,e.ticked)}</span
          >
        </span>
      </a>
      <button class="quiet icon" aria-label=${f(`search.remove`)} @click=${()=>void this.#c(()=>this.store.remove(e.id))}>
        <fr-icon path=${u}></fr-icon>
      </button>
    </li>`}#i(e){let{site:t}=this.services,n={today:f(`day.today`),yesterday:f(`day.yesterday`)};return`${b(x(e,t.zone),t.now_s(),t.zone,`en`,n)}, ${O(e,t.zone,!0)}`}#a(e){e.preventDefault();let t=String(new FormData(e.target).get(`event`)??``);return this.#s(()=>this.store.beginWithEvent(t))}async#o(){let[e]=this.chooser.files??[];this.chooser.value=``,e&&await this.#s(()=>this.store.beginWithPhoto(e,this.services.site.now_s()))}#s(e){return this.#c(async()=>this.services.router.go([`search`,(await e()).id]))}async#c(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};C([A(`input[type=file]`)],Q.prototype,`chooser`,void 0),Q=C([k(`search-start`)],Q);var $=class extends w{#e=``;static{this.styles=[h,o`
      :host {
        display: block;
        min-width: 0;
      }
    `]}willUpdate(){let{path:e,params:t}=this.place,n=t.toString();e[1]===`new`&&n!==``&&n!==this.#e&&(this.#e=n,this.#t(t))}render(){let e=this.place.path[1];return e===void 0?g`<search-start></search-start>`:e===`new`?g`<p role="status">${f(`search.beginning`)}</p>`:g`<search-session .searchId=${e}></search-session>`}async#t(e){let{api:t,router:n,toasts:r}=this.services,i=Object.fromEntries([`identity`,`sighting`,`event`,`crop`].filter(t=>e.has(t)).map(t=>[`${t}_id`,e.get(t)]));try{let e=await t.post(`searches`,i);location.replace(`#/search/${encodeURIComponent(e.id)}`)}catch(e){r.failed(p(e)),n.go([`search`])}}};C([m({attribute:!1})],$.prototype,`place`,void 0),$=C([k(`search-page`)],$);export{$ as SearchPage};