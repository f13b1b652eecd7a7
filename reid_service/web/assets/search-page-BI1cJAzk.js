import{D as e,E as t,Ft as n,Gt as r,I as i,It as a,L as o,Lt as s,N as c,O as ee,Ot as te,Pt as l,Qt as u,R as d,St as ne,Tt as re,U as ie,Ut as f,Vt as p,Wt as m,Yt as h,a as g,an as _,b as v,bt as y,ct as ae,d as b,f as x,g as S,i as C,k as oe,ln as w,m as se,nt as ce,ot as le,qt as T,rn as E,tn as D,u as O,wt as ue,x as k,xt as de}from"./words-CSYP8CTQ.js";import{a as A,i as j,n as M,r as N,t as P}from"./fr-picture-DPjzeCCH.js";import{t as fe}from"./query-all-DMSAddk8.js";import"./fr-tabs-C6RIHUfy.js";import{t as F}from"./keys-BtAWeeJP.js";import"./fr-segments-B40J1w4p.js";import{i as pe,n as me,t as he}from"./export-button-Cjt_c1lN.js";import"./fr-clip-CQoxOa4A.js";import{t as I}from"./places-BnEeg5QM.js";import{t as ge}from"./live-DPqPRCux.js";import"./fr-plan-GNtlpDE5.js";import"./fr-dialog-DjE7l8O2.js";import{t as L}from"./repeat-BBoSRMHA.js";var _e=300,R=2,z=class extends v{constructor(...e){super(...e),this.sightingId=``,this.active=!1,this.url=``,this.#e=0,this.#t=null}#e;#t;static{this.styles=[l,u`
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
    `]}willUpdate(e){e.has(`active`)&&(this.#i(),this.active&&(this.#e=window.setTimeout(()=>void this.#n(),_e)))}disconnectedCallback(){super.disconnectedCallback(),this.#i()}render(){return this.url?h`<video
      src=${this.url}
      autoplay
      muted
      playsinline
      @timeupdate=${e=>this.#r(e.target)}
      @ended=${()=>this.#i()}
      @error=${()=>this.#i()}
    ></video>`:T}async#n(){let e=new AbortController;this.#t=e;let t=`sightings/${encodeURIComponent(this.sightingId)}/clip.mp4`,n={padding_s:0,first_s:R};try{let r=await this.services.api.blob(t,n,e.signal);this.#t===e&&(this.url=URL.createObjectURL(r))}catch{this.#t===e&&(this.#t=null)}}#r(e){e.currentTime>=R&&this.#i()}#i(){clearTimeout(this.#e),this.#t?.abort(),this.#t=null,this.url&&URL.revokeObjectURL(this.url),this.url=``}};k([m()],z.prototype,`sightingId`,void 0),k([m({type:Boolean})],z.prototype,`active`,void 0),k([f()],z.prototype,`url`,void 0),z=k([r(`hover-clip`)],z);var ve=matchMedia(`(prefers-reduced-motion: reduce)`),ye={likely:`good`,unsure:`warn`,weak:``},B=class extends v{constructor(...e){super(...e),this.locked=!1,this.playing=!1,this.hovered=!1}static{this.styles=[l,n,a,u`
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
      article.unsure {
        outline: 3px dashed var(--warn);
      }
      article.cross {
        opacity: 0.55;
      }
      .frame {
        position: relative;
        overflow: hidden;
        border-radius: var(--picture-radius);
      }
      fr-clip {
        position: absolute;
        inset: 0;
        margin: 0;
        font-size: 13px;
        --clip-height: 100%;
        --clip-radius: 0;
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
    `]}focus(){this.picture.focus()}render(){let{sighting:e,band:t,label:n,offset_s:r,is_new:i}=this.candidate,a=g(e.camera),o=O(e.start_s,this.zone,!0);return h`<article class=${n??``}>
      <div class="frame">
        <button
          class="picture"
          data-act
          aria-label=${`${a}, ${o}`}
          @click=${()=>this.#n(`tick`)}
          @pointerenter=${e=>this.#t(e)}
          @pointerleave=${()=>this.hovered=!1}
        >
          <fr-picture .src=${P(e.crop_id)}></fr-picture>
          <hover-clip
            .sightingId=${e.id}
            .active=${this.hovered&&!this.playing}
          ></hover-clip>
        </button>
        ${this.playing?h`<fr-clip
              .sightingId=${e.id}
              @ended=${()=>this.#r(`play`)}
            ></fr-clip>`:T}
      </div>
      ${i?h`<span class="chip accent new">${E(`search.new`)}</span>`:T}
      <div class="words">
        <p class="row">
          <strong class="numbers grow">${r===null?o:se(r)}</strong>
          ${n===`unsure`?h`<span class="chip warn">${E(`answer.unsure`)}</span>`:h`<span class="chip ${ye[t]}">${E(`band.${t}`)}</span>`}
        </p>
        <p class="muted small numbers cut">
          ${o}${e.identity_label?` · ${e.identity_label}`:T}
        </p>
      </div>
      <div class="marks">
        ${this.#e(`tick`,c,E(`search.tick`))}
        ${this.#e(`cross`,d,E(`search.cross`))}
        <button
          class="quiet icon"
          aria-label=${E(`leg.clip`)}
          aria-pressed=${this.playing}
          @click=${()=>this.#r(`play`)}
        >
          <fr-icon path=${this.playing?te:y}></fr-icon>
        </button>
      </div>
    </article>`}#e(e,t,n){return h`<button data-act
      class=${e}
      aria-pressed=${this.candidate.label===e}
      ?disabled=${this.locked}
      aria-label=${n}
      title=${n}
      @click=${()=>this.#n(e)}
    >
      <fr-icon path=${t}></fr-icon>
    </button>`}#t(e){this.hovered=e.pointerType===`mouse`&&!ve.matches}#n(e){this.#r(`mark`,e)}#r(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};k([m({attribute:!1})],B.prototype,`candidate`,void 0),k([m({attribute:!1})],B.prototype,`zone`,void 0),k([m({type:Boolean})],B.prototype,`locked`,void 0),k([m({type:Boolean})],B.prototype,`playing`,void 0),k([f()],B.prototype,`hovered`,void 0),k([A(`.picture`)],B.prototype,`picture`,void 0),B=k([r(`candidate-tile`)],B);var be=[l,n,j,u`
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
  `],xe=100,Se=class extends D{#e=0;constructor(e,t){super({phase:`loading`,error:null,search:null,cameras:[],plan:null,recent:[],candidates:[],total:0,order:`likeness`,looking:!1,newcomers:null,route:null,dropped:[]}),this.api=e,this.id=t}async load(){try{let[e,t]=await Promise.all([this.api.get(this.#o()),this.api.get(`cameras`)]);this.set({phase:`ready`,error:null,search:e,cameras:t.items}),await this.look()}catch(e){this.set({phase:`error`,error:w(e)});return}await Promise.all([this.#t(),this.#n()])}async#t(){try{this.set({plan:await this.api.get(`plan`)})}catch{}}async#n(){try{let{items:e}=await this.api.get(`searches`,{limit:20});this.set({recent:e})}catch{}}async look(){let e=++this.#e;this.set({looking:!0});try{let{order:t}=this.state,n=`${this.#o()}/candidates`,r=await this.api.get(n,{order:t,limit:xe});e===this.#e&&this.set({candidates:r.items,total:r.total})}finally{e===this.#e&&this.set({looking:!1})}}async sort(e){this.set({order:e}),await this.look()}get isFinished(){return this.state.search?.state===`finished`}get searched(){let{search:e,cameras:t}=this.state;return new Set(e?.cameras??t.map(e=>e.name))}async choose(e){let t=this.state.cameras.every(t=>e.includes(t.name));await this.#a({cameras:t?null:e})}async toggleCamera(e){let t=new Set(this.searched);t.delete(e)||t.add(e),t.size>0&&await this.choose([...t])}async shift(e){let{search:t}=this.state;if(t===null)return;let n=e*(t.to_s-t.from_s);await this.#a({from_s:t.from_s+n,to_s:t.to_s+n})}async widen(){let{search:e}=this.state;if(e===null)return;let t=(e.to_s-e.from_s)/2;await this.#a({from_s:e.from_s-t,to_s:e.to_s+t})}async label(e,t){let n=this.state.candidates;this.set({candidates:n.map(n=>n.sighting.id===e?{...n,label:t}:n)});let r={ticks:t===`tick`?[e]:[],crosses:t===`cross`?[e]:[],unsure:t===`unsure`?[e]:[],clear:t===null?[e]:[]};try{this.set({search:await this.api.post(`${this.#o()}/labels`,r)})}catch(e){throw this.set({candidates:n}),e}}async refine(){this.set({looking:!0});try{let e=await this.api.post(`${this.#o()}/refine`);this.set({candidates:e.items,total:e.total,newcomers:e.newcomers,order:`likeness`})}finally{this.set({looking:!1})}}async readRoute(){let e=await this.api.get(`${this.#o()}/route`),t=(this.state.search?.dropped??[]).map(e=>this.api.get(`sightings/${encodeURIComponent(e)}`));this.set({route:e,dropped:await Promise.all(t)})}async placeLeg(e,t){let n=this.#r().filter(t=>t!==e);n.splice(Math.max(0,t),0,e),await this.#i(n)}async doubtLeg(e){await this.label(e,this.state.search?.unsure.includes(e)?`tick`:`unsure`),await this.readRoute()}async dropLeg(e){await this.#i(this.#r().filter(t=>t!==e))}async restoreLeg(e){let t=this.state.dropped.find(t=>t.id===e)?.start_s??0,n=this.state.route?.legs.findIndex(e=>e.start_s>t)??-1,r=this.#r();r.splice(n<0?r.length:n,0,e),await this.#i(r)}async resetLegs(){await this.#i(null)}async finish(e){let t=await this.api.post(`${this.#o()}/finish`,e);return this.set({search:t.search}),t}#r(){return(this.state.route?.legs??[]).map(e=>e.sighting_id)}async#i(e){this.set({search:await this.api.put(`${this.#o()}/legs`,{legs:e})}),await this.readRoute()}async#a(e){this.set({search:await this.api.patch(this.#o(),e),newcomers:null}),await this.look()}#o(){return`searches/${encodeURIComponent(this.id)}`}};function Ce(e){let t=new Map;for(let n of e){let{camera:e}=n.sighting;t.set(e,[...t.get(e)??[],n])}return[...t]}var V=class extends v{constructor(){super(),this.playing=``,p(this,()=>[this.store]),new F(this,()=>({" ":()=>this.#s(e=>this.#o(e,`tick`)),x:()=>this.#s(e=>this.#o(e,`cross`)),p:()=>this.#s(e=>this.#a(e)),Escape:()=>this.playing=``,r:()=>void this.#d(()=>this.store.refine()),"[":()=>void this.#d(()=>this.store.shift(-1)),"]":()=>void this.#d(()=>this.store.shift(1)),ArrowRight:()=>this.#c(1),ArrowLeft:()=>this.#c(-1),ArrowDown:()=>this.#l(1),ArrowUp:()=>this.#l(-1)}))}static{this.styles=be}render(){let{search:e}=this.store.state;return h`${this.#e()} ${this.#t()}
      <div class="foot">
        <strong>${_(`search.confirmed`,e?.ticked??0)}</strong>
        <span class="grow"></span>
        <button data-act
          class="quiet"
          ?hidden=${this.store.isFinished}
          ?disabled=${this.store.state.looking||!e?.ticked}
          @click=${()=>void this.#f(()=>this.store.refine())}
        >
          ${E(`search.refine`)} <kbd>R</kbd>
        </button>
        <button class="primary" ?disabled=${!e?.ticked} @click=${()=>this.#u()}>
          ${E(`search.view`)}
        </button>
      </div>`}#e(){let{search:e,order:t}=this.store.state,n=e?(e.to_s-e.from_s)/2:0;return h`<div class="bar" ?hidden=${this.store.isFinished}>
      <div class="row">
        <button data-act class="icon" title="[" aria-label=${E(`search.earlier`)} @click=${()=>void this.#f(()=>this.store.shift(-1))}>
          <fr-icon path=${i}></fr-icon>
        </button>
        <span class="numbers window">± ${x(n)}</span>
        <button data-act class="icon" title="]" aria-label=${E(`search.later`)} @click=${()=>void this.#f(()=>this.store.shift(1))}>
          <fr-icon path=${o}></fr-icon>
        </button>
        <button data-act @click=${()=>void this.#f(()=>this.store.widen())}>
          <fr-icon path=${ae}></fr-icon>${E(`search.widen`)}
        </button>
      </div>
      <span class="grow"></span>
      <fr-segments
        label=${E(`search.order`)}
        .segments=${[`likeness`,`time`].map(e=>({value:e,label:E(`search.order.${e}`)}))}
        .value=${t}
        @chosen=${e=>void this.#f(()=>this.store.sort(e.detail))}
      ></fr-segments>
    </div>`}#t(){let{candidates:e,looking:t,newcomers:n,total:r}=this.store.state;return e.length===0&&t?h`<div class="tiles">${N(8,`tile`)}</div>`:e.length===0?this.#n():h`<div class="row wrap">
        <p class="muted" role="status">
          ${n===null?_(`search.found`,r):n===0?_(`search.nothingMore`,this.store.searched.size):_(`search.newcomers`,n)}
        </p>
        ${n===0&&!this.store.isFinished?h`<button data-act class="small" @click=${()=>void this.#f(()=>this.store.widen())}>
              ${E(`search.widen`)}
            </button>`:T}
        ${n===0?this.#r():T}
        <span class="grow"></span>
        <p class="muted small keys">${E(`search.keys`)}</p>
      </div>
      ${Ce(e).map(([e,n])=>h`<section aria-busy=${t}>
            <h2>${g(e)} <span class="muted small">${n.length}</span></h2>
            <div class="tiles">${n.map(e=>this.#i(e))}</div>
          </section>`)}`}#n(){return h`<fr-notice
      .icon=${ue}
      heading=${E(`search.none.title`)}
      text=${_(`search.none.text`,this.store.searched.size)}
    >
      <button class="primary" @click=${()=>void this.#f(()=>this.store.widen())}>
        ${E(`search.widen`)}
      </button>
      ${this.#r()}
    </fr-notice>`}#r(){let{search:e}=this.store.state,t=e?.identity_id??e?.seed.identity_id;return t?h`<watch-switch .identityId=${t}></watch-switch>`:T}#i(e){return h`<candidate-tile
      .candidate=${e}
      .locked=${this.store.isFinished}
      .zone=${this.services.site.zone}
      @mark=${t=>this.#o(e,t.detail)}
      .playing=${this.playing===e.sighting.id}
      @play=${()=>this.#a(e)}
    ></candidate-tile>`}#a({sighting:e}){this.playing=this.playing===e.id?``:e.id}#o(e,t){if(this.store.isFinished)return;let n=e.label===t?null:t;this.#f(()=>this.store.label(e.sighting.id,n))}#s(e){let t=this.renderRoot.querySelector(`candidate-tile:focus-within`);t&&e(t.candidate)}#c(e){let t=[...this.tiles],n=t.findIndex(e=>e.matches(`:focus-within`));t[Math.max(0,Math.min(t.length-1,n+e))]?.focus()}#l(e){let t=[...this.tiles],n=t.find(e=>e.matches(`:focus-within`))?.getBoundingClientRect();if(n===void 0)return this.#c(1);let r=t.map(e=>({tile:e,at:e.getBoundingClientRect()})).filter(({at:t})=>(t.top-n.top)*e>1),i=Math.min(...r.map(({at:e})=>Math.abs(e.top-n.top)));r.filter(({at:e})=>Math.abs(e.top-n.top)<i+1).sort((e,t)=>Math.abs(e.at.left-n.left)-Math.abs(t.at.left-n.left))[0]?.tile.focus()}#u(){this.dispatchEvent(new CustomEvent(`step`,{detail:`result`,bubbles:!0}))}async#d(e){this.store.isFinished||await this.#f(e)}async#f(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};k([m({attribute:!1})],V.prototype,`store`,void 0),k([f()],V.prototype,`playing`,void 0),k([fe(`candidate-tile`)],V.prototype,`tiles`,void 0),V=k([r(`candidates-step`)],V);function we(e,t){return[...new Set([t,...H(e,t).keys()])]}function Te(e,t,n){let r=new Map([[t,0]]),i=[t];for(let t=i.shift();t!==void 0;t=i.shift())for(let[a,o]of H(e,t)){let e=(r.get(t)??0)+o;e>n||e>=(r.get(a)??1/0)||(r.set(a,e),i.push(a))}return[...r.keys()]}function Ee(e,t,n){return(e.find(e=>e.id!==t&&e.cameras!==null)?.cameras??[]).filter(e=>n.includes(e))}function H(e,t){let n=new Map;for(let r of e){if(r.rule===`forbidden`)continue;let e=Math.max(0,r.p5_s??0),i=r.from_camera===t?r.to_camera:r.to_camera===t&&r.from_camera;i&&n.set(i,Math.min(e,n.get(i)??1/0))}return n}var U=class extends v{constructor(){super(),this.hovered=null,p(this,()=>[this.store])}static{this.styles=[l,n,a,s,u`
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
    `]}render(){let{cameras:e,plan:t}=this.store.state,n=e.map(e=>e.name),r=new Set((t?.placements??[]).map(e=>e.camera)),i=this.hovered?new Set([this.hovered]):this.store.searched;return h`<div class="two">
      <section class="card">
        <div class="presets" ?hidden=${this.store.isFinished}>${this.#e(n)}</div>
        <ul>
          ${n.map(e=>this.#t(e,r.has(e)||r.size===0))}
        </ul>
        <button class="primary next" @click=${()=>this.#r()}>${E(`search.toCandidates`)}</button>
      </section>
      <fr-plan .places=${I(t,n)} .lit=${i}></fr-plan>
    </div>`}#e(e){let{plan:t,search:n,recent:r}=this.store.state,i=n?.seed.camera??null,a=n?(n.to_s-n.from_s)/2:0,o=t?.edges??[],s=Ee(r,n?.id??``,e);return h`<button data-act @click=${()=>void this.#n(e)}>${E(`search.preset.all`)}</button>
      ${i===null||o.length===0?``:h`<button data-act @click=${()=>void this.#n(we(o,i))}>
              ${E(`search.preset.nextDoor`)}
            </button>
            <button data-act @click=${()=>void this.#n(Te(o,i,a))}>
              ${E(`search.preset.reachable`)}
            </button>`}${s.length===0?``:h`<button data-act @click=${()=>void this.#n(s)}>
              ${E(`search.preset.lastUsed`)}
            </button>`}`}#t(e,t){return h`<li
      @pointerenter=${()=>this.hovered=e}
      @pointerleave=${()=>this.hovered=null}
    >
      <label class="check"
        ><input data-act
          type="checkbox"
          .checked=${ge(this.store.searched.has(e))}
          ?disabled=${this.store.isFinished}
          @focus=${()=>this.hovered=e}
          @blur=${()=>this.hovered=null}
          @change=${()=>void this.#i(()=>this.store.toggleCamera(e))}
        /><span class="cut">${g(e)}</span></label
      >
      ${t?``:h`<span class="chip">${E(`search.notDrawn`)}</span>`}
    </li>`}#n(e){return this.#i(()=>this.store.choose(e))}#r(){this.dispatchEvent(new CustomEvent(`step`,{detail:`candidates`,bubbles:!0}))}async#i(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};k([m({attribute:!1})],U.prototype,`store`,void 0),k([f()],U.prototype,`hovered`,void 0),U=k([r(`cameras-step`)],U);var De=[l,n,a,u`
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
    .unsure .one {
      outline: 2px dashed var(--warn);
      outline-offset: -2px;
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
  `],W=class extends v{constructor(...e){super(...e),this.legs=[],this.dropped=[],this.search=null,this.chosen=``,this.dragged=``,this.over=-1}static{this.styles=De}render(){return h`<ol aria-label=${E(`route.legs`)}>
        ${L(this.legs,e=>e.sighting_id,(e,t)=>this.#e(e,t))}
      </ol>
      ${this.dropped.length?h`<h3>${E(`result.dropped`)}</h3>
            <ul>${this.dropped.map(e=>this.#t(e))}</ul>`:T}`}#e(t,n){let r=this.legs[n-1],i=t.sighting_id,a=this.search?.unsure.includes(i)??!1,o=O(t.start_s,this.zone,!0),s={camera:g(t.camera),time:o};return h`<li
      class="${i===this.chosen?`chosen`:``} ${this.over===n?`over`:``} ${a?`unsure`:``}"
      draggable="true"
      @dragstart=${()=>this.dragged=i}
      @dragend=${()=>this.#s()}
      @dragover=${e=>this.#a(e,n)}
      @drop=${e=>this.#o(e,n)}
    >
      ${r?h`<p class="gap">${C(r,t)}</p>`:T}
      <div class="one">
        <button
          class="leg"
          aria-current=${i===this.chosen}
          @click=${()=>this.#l(`choose`,i)}
        >
          <span class="number">${n+1}</span>
          <fr-picture .src=${P(t.crop_id)}></fr-picture>
          <span>
            <strong>${g(t.camera)}</strong>
            ${a?h`<span class="chip warn">${E(`answer.unsure`)}</span>`:T}
            <span class="muted small numbers"
              ><br />${o} · ${x(t.end_s-t.start_s)}</span
            >
          </span>
        </button>
        <span class="does">
          ${this.#r(i)?T:this.#i(i,a,s)}
          ${this.#n(`up`,oe,E(`result.up`,s),n===0,()=>this.#c(i,n-1))}
          ${this.#n(`down`,e,E(`result.down`,s),n===this.legs.length-1,()=>this.#c(i,n+1))}
          ${this.#n(`drop`,d,E(`result.drop`,s),this.legs.length===1,()=>this.#l(`drop-leg`,i))}
        </span>
      </div>
    </li>`}#t(e){let t=O(e.start_s,this.zone,!0),n={camera:g(e.camera),time:t};return h`<li class="left-out">
      <fr-picture .src=${P(e.crop_id)}></fr-picture>
      <span class="grow muted numbers">${n.camera} · ${t}</span>
      <button data-act aria-label=${E(`result.restoreOf`,n)} @click=${()=>this.#l(`restore`,e.id)}>
        <fr-icon path=${de}></fr-icon>${E(`result.restore`)}
      </button>
    </li>`}#n(e,t,n,r,i){return h`<button data-act
      class="quiet icon ${e}"
      ?disabled=${r}
      aria-label=${n}
      title=${n}
      @click=${i}
    >
      <fr-icon path=${t}></fr-icon>
    </button>`}#r(e){return this.search?.state===`finished`||this.search?.seed.sighting_id===e}#i(e,t,n){let r=E(t?`result.sure`:`result.unsure`,n);return h`<button
      class="quiet icon doubt"
      data-act
      aria-pressed=${t}
      aria-label=${r}
      title=${r}
      @click=${()=>this.#l(`doubt`,e)}
    >
      <fr-icon path=${ce}></fr-icon>
    </button>`}#a(e,t){this.dragged!==``&&(e.preventDefault(),this.over=t)}#o(e,t){e.preventDefault();let n=this.dragged;this.#s(),n!==``&&this.legs[t]?.sighting_id!==n&&this.#c(n,t)}#s(){this.dragged=``,this.over=-1}#c(e,t){this.#l(`place`,{id:e,at:t})}#l(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};k([m({attribute:!1})],W.prototype,`legs`,void 0),k([m({attribute:!1})],W.prototype,`dropped`,void 0),k([m({attribute:!1})],W.prototype,`search`,void 0),k([m()],W.prototype,`chosen`,void 0),k([m({attribute:!1})],W.prototype,`zone`,void 0),k([f()],W.prototype,`dragged`,void 0),k([f()],W.prototype,`over`,void 0),W=k([r(`result-legs`)],W);var Oe=3,G=class extends v{#e;constructor(){super(),this.chosen=``,this.playing=!1,this.pause_s=null,this.saving=!1,this.#e=0,p(this,()=>[this.store]),new F(this,()=>({p:()=>this.#o()}))}static{this.styles=[l,n,s,j,u`
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
    `]}connectedCallback(){super.connectedCallback(),this.#p(()=>this.store.readRoute())}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#e)}render(){let{route:e,search:t}=this.store.state;return e===null?N(1,`tall`):e.legs.length===0?h`<fr-notice heading=${E(`result.none.title`)} text=${E(`result.none.text`)}></fr-notice>`:h`<div class="bar">
        <button class="primary" @click=${()=>this.#o()}>
          <fr-icon path=${y}></fr-icon>${E(`result.play`)} <kbd>P</kbd>
        </button>
        <button data-act @click=${()=>this.saving=!0} ?disabled=${t?.state===`finished`}>
          <fr-icon path=${ie}></fr-icon>
          ${t?.state===`finished`?E(`result.saved`):E(`result.save`)}
        </button>
        ${t?.arranged?h`<button data-act class="quiet" @click=${()=>void this.#p(()=>this.store.resetLegs())}>
              <fr-icon path=${ne}></fr-icon>${E(`result.byTime`)}
            </button>`:T}
        ${t?.identity_id?h`<watch-switch .identityId=${t.identity_id}></watch-switch>`:T}
        <span class="grow"></span>
        <export-button .request=${{search_id:t?.id}}></export-button>
      </div>
      <div class="two">
        <div>${this.#n()} ${this.#r()}</div>
        ${this.#t(e.legs)}
      </div>
      ${this.saving?this.#i():T}`}#t(e){let{search:t,dropped:n}=this.store.state;return h`<result-legs
      .legs=${e}
      .dropped=${n}
      .search=${t}
      .chosen=${this.chosen}
      .zone=${this.services.site.zone}
      @choose=${e=>this.#a(e.detail)}
      @place=${({detail:e})=>void this.#p(()=>this.store.placeLeg(e.id,e.at))}
      @drop-leg=${({detail:e})=>void this.#p(()=>this.store.dropLeg(e))}
      @doubt=${({detail:e})=>void this.#p(()=>this.store.doubtLeg(e))}
      @restore=${({detail:e})=>void this.#p(()=>this.store.restoreLeg(e))}
    ></result-legs>`}#n(){if(!this.playing)return T;if(this.pause_s!==null){let e=this.#u();return h`<div class="pause" role="status">
        <p>${this.#d()}</p>
        <p class="muted">
          ${E(`result.next`,{camera:g(e?.camera??``),n:this.pause_s})}
        </p>
        <button @click=${()=>this.#c()}>
          <fr-icon path=${re}></fr-icon>${E(`result.skip`)}
        </button>
      </div>`}return h`<fr-clip .sightingId=${this.chosen} @ended=${()=>this.#s()}></fr-clip>`}#r(){let{route:e,plan:t,cameras:n}=this.store.state,r=I(t,n.map(e=>e.name)),i=e?.legs??[],a=me(t,r.floor?.id??null,i),o=pe(i,e?.gaps??[],r.at,a),{chosen:s}=this;return h`<fr-plan
      .places=${r}
      .unplaced=${o.unplaced}
      .layer=${e=>he({layout:o,chosen:s,onStop:e=>this.#a(e)},e)}
    ></fr-plan>`}#i(){let e=this.store.state.search?.seed.identity_id;return h`<fr-dialog heading=${E(`result.save`)} @closed=${()=>this.saving=!1}>
      <form id="save" class="stack" @submit=${e=>void this.#f(e)}>
        <p class="muted">${E(e?`result.saveKnown`:`result.saveNew`)}</p>
        <label class="field"
          >${E(`people.name`)}
          <input name="name" maxlength="100" autocomplete="off" autofocus />
        </label>
        <button class="primary">${E(`action.save`)}</button>
      </form>
    </fr-dialog>`}#a(e){clearInterval(this.#e),this.chosen=e,this.pause_s=null}#o(){let e=this.store.state.route?.legs[0];this.#a(this.chosen||(e?.sighting_id??``)),this.playing=!0}#s(){this.#u()!==void 0&&(this.pause_s=Oe,this.#e=window.setInterval(()=>{this.pause_s=(this.pause_s??1)-1,this.pause_s<=0&&this.#c()},1e3))}#c(){let e=this.#u();e&&this.#a(e.sighting_id)}#l(){return(this.store.state.route?.legs??[]).findIndex(e=>e.sighting_id===this.chosen)}#u(){return this.store.state.route?.legs[this.#l()+1]}#d(){let e=this.store.state.route?.legs[this.#l()],t=this.#u();return e&&t?C(e,t):``}#f(e){e.preventDefault();let t=String(new FormData(e.target).get(`name`)??``).trim();return this.saving=!1,this.#p(async()=>{let e=await this.store.finish(t?{name:t}:{}),n=_(`result.savedAs`,e.search.ticked,{name:e.identity.label});this.services.toasts.done(n,e.decision_ids)})}async#p(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};k([m({attribute:!1})],G.prototype,`store`,void 0),k([f()],G.prototype,`chosen`,void 0),k([f()],G.prototype,`playing`,void 0),k([f()],G.prototype,`pause_s`,void 0),k([f()],G.prototype,`saving`,void 0),G=k([r(`result-step`)],G);var K=class extends v{constructor(...e){super(...e),this.cropId=null}willUpdate(e){if(!e.has(`seed`))return;let t=e.get(`seed`);(t?.sighting_id!==this.seed.sighting_id||t===void 0)&&this.#e()}render(){return h`<fr-picture .src=${P(this.cropId)} alt=${E(`search.seed`)}></fr-picture>`}async#e(){let{crop_id:e,sighting_id:t,identity_id:n}=this.seed;this.cropId=e;let r=e===null?t===null?n!==null&&`identities/${encodeURIComponent(n)}`:`sightings/${encodeURIComponent(t)}`:null;if(r)try{this.cropId=(await this.services.api.get(r)).crop_id}catch{}}};k([m({attribute:!1})],K.prototype,`seed`,void 0),k([f()],K.prototype,`cropId`,void 0),K=k([r(`seed-picture`)],K);var q=class extends v{static{this.styles=[l,u`
      .seed {
        display: flex;
        gap: 20px;
        align-items: center;
      }
      seed-picture {
        width: 92px;
        flex: none;
      }
    `]}render(){let{seed:e}=this.search;return h`<div class="seed">
      <seed-picture .seed=${e}></seed-picture>
      <div>
        <h1>${E(`search.title`)}</h1>
        <p class="muted">${this.#t()}</p>
        <p class="muted numbers">${this.#n()}</p>
        ${this.search.identity_id===null?T:this.#e(this.search.identity_id)}
      </div>
    </div>`}#e(e){return h`<p>
      <a href="#/people/${encodeURIComponent(e)}">${E(`search.savedAs`)}</a>
    </p>`}#t(){let{camera:e,time_s:t,kind:n}=this.search.seed;if(e===null||t===null)return E(`search.kind.${n}`);let r=O(t,this.services.site.zone,!0);return E(`search.from`,{camera:g(e),time:r})}#n(){let{site:e}=this.services,{from_s:t,to_s:n}=this.search,r={today:E(`day.today`),yesterday:E(`day.yesterday`)},i=b(S(t,e.zone),e.now_s(),e.zone,`en`,r),a=O(t,e.zone,!0);return E(`search.window`,{day:i,from:a,to:O(n,e.zone,!0)})}};k([m({attribute:!1})],q.prototype,`search`,void 0),q=k([r(`seed-view`)],q);var J=[`cameras`,`candidates`,`result`],Y=class extends v{#e;constructor(){super(),this.searchId=``,this.store=null,this.#e=[],p(this,()=>[this.services.router])}static{this.styles=[l,n,j,u`
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
    `]}willUpdate(e){if(!e.has(`searchId`))return;this.#a();let t=new Se(this.services.api,this.searchId),{live:n}=this.services;this.#e=[t.subscribe(()=>this.requestUpdate()),n.onState(e=>e&&void t.load())],this.store=t,t.load()}disconnectedCallback(){super.disconnectedCallback(),this.#a()}render(){let{store:e}=this;return e===null?h``:h`<a class="button quiet back" href="#/search">
        <fr-icon path=${ee}></fr-icon>${E(`search.all`)}
      </a>
      ${this.#t(e)}`}#t(e){let{phase:t,search:n,error:r}=e.state;if(t===`loading`)return N(1,`tall`);if(n===null)return h`<fr-notice .error=${r} @again=${()=>void e.load()}></fr-notice>`;let i=this.#r();return h`<seed-view .search=${n}></seed-view>
      <fr-tabs
        .tabs=${J.map(e=>({name:e,label:E(`search.step.${e}`)}))}
        .current=${i}
        @chosen=${e=>this.#i(e.detail)}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${E(`search.step.${i}`)} @step=${e=>this.#i(e.detail)}>
        ${this.#n(i,e)}
      </div>`}#n(e,t){return e===`cameras`?h`<cameras-step .store=${t}></cameras-step>`:e===`result`?h`<result-step .store=${t}></result-step>`:h`<candidates-step .store=${t}></candidates-step>`}#r(){let e=this.services.router.state.place.params.get(`step`);return J.find(t=>t===e)??`candidates`}#i(e){this.services.router.refine({step:e===`candidates`?null:e})}#a(){for(let e of this.#e)e();this.#e=[]}};k([m()],Y.prototype,`searchId`,void 0),k([f()],Y.prototype,`store`,void 0),Y=k([r(`search-session`)],Y);var X=class extends v{constructor(...e){super(...e),this.ratio=16/9}static{this.styles=[l,u`
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
    `]}render(){let{camera:e,time_s:t,people:n}=this.frame;return h`<div class="frame" ${M({"--picture-ratio":String(this.ratio)})}>
      <fr-picture
        .src=${`cameras/${encodeURIComponent(e)}/frame.jpg?time_s=${t}`}
        alt=${g(e)}
        @shown=${e=>this.ratio=e.detail}
      ></fr-picture>
      ${n.map(e=>this.#e(e))}
    </div>`}#e(e){let{x_min:t,y_min:n,x_max:r,y_max:i}=e.box,a=e.label??E(`search.somebody`);return h`<button data-act
      class=${t>.6?`right`:``}
      aria-label=${E(`search.searchFor`,{name:a})}
      ${M({"--x":Z(t),"--y":Z(n),"--w":Z(r-t),"--h":Z(i-n)})}
      @click=${()=>this.dispatchEvent(new CustomEvent(`picked`,{detail:e.sighting_id}))}
    >
      <span>${a}</span>
    </button>`}};k([m({attribute:!1})],X.prototype,`frame`,void 0),k([f()],X.prototype,`ratio`,void 0),X=k([r(`frame-people`)],X);function Z(e){return`${100*e}%`}var ke=[l,n,s,j,u`
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
  `],Ae=86400,je=class extends D{constructor(e){super({phase:`loading`,error:null,searches:[],cameras:[],camera:``,frame:null}),this.api=e}async load(){try{let[e,t]=await Promise.all([this.api.get(`searches`,{limit:20}),this.api.get(`cameras`)]);this.set({phase:`ready`,error:null,searches:e.items,cameras:t.items});let n=[...t.items].sort((e,t)=>t.last_seen_s-e.last_seen_s)[0];n&&this.state.camera===``&&await this.showCamera(n.name)}catch(e){this.set({phase:`error`,error:w(e)})}}async showCamera(e){let t=this.state.cameras.find(t=>t.name===e);t!==void 0&&(this.set({camera:e}),await this.#e(t.last_seen_s+1,`previous`))}async step(e){let{frame:t}=this.state;t&&await this.#e(t.time_s,e)}begin(e){return this.api.post(`searches`,{sighting_id:e})}beginWithEvent(e){return this.api.post(`searches`,{event_id:Me(e)})}beginWithPhoto(e,t){let n={from_s:t-Ae,to_s:t};return this.api.upload(`POST`,`searches/photo`,e,n)}async remove(e){await this.api.delete(`searches/${encodeURIComponent(e)}`),this.set({searches:this.state.searches.filter(t=>t.id!==e)})}async#e(e,t){let{camera:n}=this.state;try{let r=await this.api.get(`frames/people`,{camera:n,time_s:e,direction:t});this.state.camera===n&&this.set({frame:r})}catch(e){if(!w(e).isNotFound)throw e}}};function Me(e){return/\d{9,11}\.\d+-[a-z0-9]{4,8}/.exec(e)?.[0]??e.trim()}var Q=class extends v{#e=null;constructor(){super(),p(this,()=>[this.store]),new F(this,()=>({ArrowLeft:()=>void this.#c(()=>this.store.step(`previous`)),ArrowRight:()=>void this.#c(()=>this.store.step(`next`))}))}static{this.styles=ke}get store(){return this.#e??=new je(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}render(){let{phase:e,error:t}=this.store.state;return h`<div>
        <h1>${E(`search.startTitle`)}</h1>
        <p class="muted">${E(`search.startText`)}</p>
      </div>
      ${e===`loading`?N(1,`tall`):T}
      ${e===`error`?h`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:T}
      ${e===`ready`?h`<div class="two">${this.#t()} ${this.#n()}</div>`:T}`}#t(){let{cameras:e,camera:n,frame:r}=this.store.state;return h`<section class="card">
      <div class="row wrap">
        <h2 class="grow">${E(`search.fromFrame`)}</h2>
        <select
          aria-label=${E(`people.camera`)}
          @change=${e=>void this.#c(()=>this.store.showCamera(e.target.value))}
        >
          ${e.map(({name:e})=>h`<option value=${e} ?selected=${e===n}>${g(e)}</option>`)}
        </select>
      </div>
      ${r?h`<frame-people
              .frame=${r}
              @picked=${e=>void this.#s(()=>this.store.begin(e.detail))}
            ></frame-people>
            <div class="row steps">
              <button @click=${()=>void this.#c(()=>this.store.step(`previous`))}>
                <fr-icon path=${i}></fr-icon>${E(`search.previousPerson`)}
              </button>
              <span class="grow numbers muted">${this.#i(r.time_s)}</span>
              <button @click=${()=>void this.#c(()=>this.store.step(`next`))}>
                ${E(`search.nextPerson`)}<fr-icon path=${o}></fr-icon>
              </button>
            </div>`:h`<fr-notice .icon=${t} heading=${E(`search.noFrame`)} text=${E(`people.empty.text`)}></fr-notice>`}
    </section>`}#n(){let{searches:e}=this.store.state;return h`<div class="stack">
      <section class="card">
        <h2>${E(`search.fromEvent`)}</h2>
        <form class="row" @submit=${e=>void this.#a(e)}>
          <input
            name="event"
            required
            class="grow"
            placeholder=${E(`search.eventHint`)}
            aria-label=${E(`search.eventHint`)}
          />
          <button class="primary">${E(`search.go`)}</button>
        </form>
      </section>
      <section class="card">
        <h2>${E(`search.fromPhoto`)}</h2>
        <p class="muted small">${E(`search.photoWhy`)}</p>
        <button data-act @click=${()=>this.chooser.click()}>
          <fr-icon path=${le}></fr-icon>${E(`search.choosePhoto`)}
        </button>
        <input
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp"
          @change=${()=>void this.#o()}
        />
      </section>
      ${e.length?h`<section class="card">
            <h2>${E(`search.recent`)}</h2>
            <ul>${e.map(e=>this.#r(e))}</ul>
          </section>`:T}
    </div>`}#r(e){return h`<li>
      <a href="#/search/${encodeURIComponent(e.id)}">
        <seed-picture .seed=${e.seed}></seed-picture>
        <span class="grow">
          <strong>${this.#i(e.seed.time_s??e.created_s)}</strong>
          <span class="muted small"
            ><br />${e.seed.camera?`${g(e.seed.camera)} · `:T}${_(`search.confirmed`,e.ticked)}</span
          >
        </span>
      </a>
      <button data-act class="quiet icon" aria-label=${E(`search.remove`)} @click=${()=>void this.#c(()=>this.store.remove(e.id))}>
        <fr-icon path=${d}></fr-icon>
      </button>
    </li>`}#i(e){let{site:t}=this.services,n={today:E(`day.today`),yesterday:E(`day.yesterday`)};return`${b(S(e,t.zone),t.now_s(),t.zone,`en`,n)}, ${O(e,t.zone,!0)}`}#a(e){e.preventDefault();let t=String(new FormData(e.target).get(`event`)??``);return this.#s(()=>this.store.beginWithEvent(t))}async#o(){let[e]=this.chooser.files??[];this.chooser.value=``,e&&await this.#s(()=>this.store.beginWithPhoto(e,this.services.site.now_s()))}#s(e){return this.#c(async()=>this.services.router.go([`search`,(await e()).id]))}async#c(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};k([A(`input[type=file]`)],Q.prototype,`chooser`,void 0),Q=k([r(`search-start`)],Q);var $=class extends v{#e=``;static{this.styles=[l,u`
      :host {
        display: block;
        min-width: 0;
      }
    `]}willUpdate(){let{path:e,params:t}=this.place,n=t.toString();e[1]===`new`&&n!==``&&n!==this.#e&&(this.#e=n,this.#t(t))}render(){let e=this.place.path[1];return e===void 0?h`<search-start></search-start>`:e===`new`?h`<p role="status">${E(`search.beginning`)}</p>`:h`<search-session .searchId=${e}></search-session>`}async#t(e){let{api:t,router:n,toasts:r}=this.services,i=Object.fromEntries([`identity`,`sighting`,`event`,`crop`].filter(t=>e.has(t)).map(t=>[`${t}_id`,e.get(t)]));try{let e=await t.post(`searches`,i);location.replace(`#/search/${encodeURIComponent(e.id)}`)}catch(e){r.failed(w(e)),n.go([`search`])}}};k([m({attribute:!1})],$.prototype,`place`,void 0),$=k([r(`search-page`)],$);export{$ as SearchPage};