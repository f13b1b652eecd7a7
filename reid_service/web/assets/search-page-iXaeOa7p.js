import{Bt as e,D as t,E as n,F as r,Ht as i,I as a,Kt as o,Mt as s,Nt as c,P as l,Pt as u,Qt as d,Rt as f,St as ee,T as te,Tt as ne,V as re,Vt as p,Wt as m,Yt as h,_t as g,a as _,at as ie,d as v,en as y,et as ae,h as b,i as x,j as oe,jt as S,l as C,nn as w,on as T,p as se,rt as ce,u as E,v as D,vt as le,w as ue,xt as de,y as O,yt as fe}from"./words-begyc7o9.js";import{a as k,i as A,n as j,r as M,t as N}from"./fr-picture-DRI8j2hZ.js";import{t as pe}from"./query-all-FoHhbdn6.js";import"./fr-tabs-DrVwkDB-.js";import{t as P}from"./keys-BtAWeeJP.js";import"./fr-segments-DqkXNFFe.js";import{i as me,n as he,t as ge}from"./export-button-kklYv7oF.js";import"./fr-clip-BTFJR4h7.js";import{t as F}from"./places-BnEeg5QM.js";import{t as _e}from"./live-Cn_so7ee.js";import"./fr-plan-Ce6FspA7.js";import"./fr-dialog-CtMb3O2K.js";import{t as I}from"./repeat-C5QRglTU.js";var ve=300,L=2,R=class extends D{constructor(...e){super(...e),this.sightingId=``,this.active=!1,this.url=``,this.#e=0,this.#t=null}#e;#t;static{this.styles=[S,h`
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
    `]}willUpdate(e){e.has(`active`)&&(this.#i(),this.active&&(this.#e=window.setTimeout(()=>void this.#n(),ve)))}disconnectedCallback(){super.disconnectedCallback(),this.#i()}render(){return this.url?o`<video
      src=${this.url}
      autoplay
      muted
      playsinline
      @timeupdate=${e=>this.#r(e.target)}
      @ended=${()=>this.#i()}
      @error=${()=>this.#i()}
    ></video>`:m}async#n(){let e=new AbortController;this.#t=e;let t=`sightings/${encodeURIComponent(this.sightingId)}/clip.mp4`,n={padding_s:0,first_s:L};try{let r=await this.services.api.blob(t,n,e.signal);this.#t===e&&(this.url=URL.createObjectURL(r))}catch{this.#t===e&&(this.#t=null)}}#r(e){e.currentTime>=L&&this.#i()}#i(){clearTimeout(this.#e),this.#t?.abort(),this.#t=null,this.url&&URL.revokeObjectURL(this.url),this.url=``}};O([p()],R.prototype,`sightingId`,void 0),O([p({type:Boolean})],R.prototype,`active`,void 0),O([e()],R.prototype,`url`,void 0),R=O([i(`hover-clip`)],R);var ye=matchMedia(`(prefers-reduced-motion: reduce)`),be={likely:`good`,unsure:`warn`,weak:``},z=class extends D{constructor(...e){super(...e),this.locked=!1,this.playing=!1,this.hovered=!1}static{this.styles=[S,s,c,h`
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
    `]}focus(){this.picture.focus()}render(){let{sighting:e,band:t,label:n,offset_s:r,is_new:i}=this.candidate,s=_(e.camera),c=C(e.start_s,this.zone,!0);return o`<article class=${n??``}>
      <div class="frame">
        <button
          class="picture"
          data-act
          aria-label=${`${s}, ${c}`}
          @click=${()=>this.#n(`tick`)}
          @pointerenter=${e=>this.#t(e)}
          @pointerleave=${()=>this.hovered=!1}
        >
          <fr-picture .src=${N(e.crop_id)}></fr-picture>
          <hover-clip
            .sightingId=${e.id}
            .active=${this.hovered&&!this.playing}
          ></hover-clip>
        </button>
        ${this.playing?o`<fr-clip
              .sightingId=${e.id}
              @ended=${()=>this.#r(`play`)}
            ></fr-clip>`:m}
      </div>
      ${i?o`<span class="chip accent new">${y(`search.new`)}</span>`:m}
      <div class="words">
        <p class="row">
          <strong class="numbers grow">${r===null?c:se(r)}</strong>
          ${n===`unsure`?o`<span class="chip warn">${y(`answer.unsure`)}</span>`:o`<span class="chip ${be[t]}">${y(`band.${t}`)}</span>`}
        </p>
        <p class="muted small numbers cut">
          ${c}${e.identity_label?` · ${e.identity_label}`:m}
        </p>
      </div>
      <div class="marks">
        ${this.#e(`tick`,oe,y(`search.tick`))}
        ${this.#e(`cross`,a,y(`search.cross`))}
        <button
          class="quiet icon"
          aria-label=${y(`leg.clip`)}
          aria-pressed=${this.playing}
          @click=${()=>this.#r(`play`)}
        >
          <fr-icon path=${this.playing?ne:g}></fr-icon>
        </button>
      </div>
    </article>`}#e(e,t,n){return o`<button data-act
      class=${e}
      aria-pressed=${this.candidate.label===e}
      ?disabled=${this.locked}
      aria-label=${n}
      title=${n}
      @click=${()=>this.#n(e)}
    >
      <fr-icon path=${t}></fr-icon>
    </button>`}#t(e){this.hovered=e.pointerType===`mouse`&&!ye.matches}#n(e){this.#r(`mark`,e)}#r(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};O([p({attribute:!1})],z.prototype,`candidate`,void 0),O([p({attribute:!1})],z.prototype,`zone`,void 0),O([p({type:Boolean})],z.prototype,`locked`,void 0),O([p({type:Boolean})],z.prototype,`playing`,void 0),O([e()],z.prototype,`hovered`,void 0),O([k(`.picture`)],z.prototype,`picture`,void 0),z=O([i(`candidate-tile`)],z);var B=[S,s,A,h`
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
  `],xe=100,Se=class extends d{#e=0;constructor(e,t){super({phase:`loading`,error:null,search:null,cameras:[],plan:null,recent:[],candidates:[],total:0,order:`likeness`,looking:!1,newcomers:null,route:null,dropped:[]}),this.api=e,this.id=t}async load(){try{let[e,t]=await Promise.all([this.api.get(this.#o()),this.api.get(`cameras`)]);this.set({phase:`ready`,error:null,search:e,cameras:t.items}),await this.look()}catch(e){this.set({phase:`error`,error:T(e)});return}await Promise.all([this.#t(),this.#n()])}async#t(){try{this.set({plan:await this.api.get(`plan`)})}catch{}}async#n(){try{let{items:e}=await this.api.get(`searches`,{limit:20});this.set({recent:e})}catch{}}async look(){let e=++this.#e;this.set({looking:!0});try{let{order:t}=this.state,n=`${this.#o()}/candidates`,r=await this.api.get(n,{order:t,limit:xe});e===this.#e&&this.set({candidates:r.items,total:r.total})}finally{e===this.#e&&this.set({looking:!1})}}async sort(e){this.set({order:e}),await this.look()}get isFinished(){return this.state.search?.state===`finished`}get searched(){let{search:e,cameras:t}=this.state;return new Set(e?.cameras??t.map(e=>e.name))}async choose(e){let t=this.state.cameras.every(t=>e.includes(t.name));await this.#a({cameras:t?null:e})}async toggleCamera(e){let t=new Set(this.searched);t.delete(e)||t.add(e),t.size>0&&await this.choose([...t])}async shift(e){let{search:t}=this.state;if(t===null)return;let n=e*(t.to_s-t.from_s);await this.#a({from_s:t.from_s+n,to_s:t.to_s+n})}async widen(){let{search:e}=this.state;if(e===null)return;let t=(e.to_s-e.from_s)/2;await this.#a({from_s:e.from_s-t,to_s:e.to_s+t})}async label(e,t){let n=this.state.candidates;this.set({candidates:n.map(n=>n.sighting.id===e?{...n,label:t}:n)});let r={ticks:t===`tick`?[e]:[],crosses:t===`cross`?[e]:[],unsure:t===`unsure`?[e]:[],clear:t===null?[e]:[]};try{this.set({search:await this.api.post(`${this.#o()}/labels`,r)})}catch(e){throw this.set({candidates:n}),e}}async refine(){this.set({looking:!0});try{let e=await this.api.post(`${this.#o()}/refine`);this.set({candidates:e.items,total:e.total,newcomers:e.newcomers,order:`likeness`})}finally{this.set({looking:!1})}}async readRoute(){let e=await this.api.get(`${this.#o()}/route`),t=(this.state.search?.dropped??[]).map(e=>this.api.get(`sightings/${encodeURIComponent(e)}`));this.set({route:e,dropped:await Promise.all(t)})}async placeLeg(e,t){let n=this.#r().filter(t=>t!==e);n.splice(Math.max(0,t),0,e),await this.#i(n)}async doubtLeg(e){await this.label(e,this.state.search?.unsure.includes(e)?`tick`:`unsure`),await this.readRoute()}async dropLeg(e){await this.#i(this.#r().filter(t=>t!==e))}async restoreLeg(e){let t=this.state.dropped.find(t=>t.id===e)?.start_s??0,n=this.state.route?.legs.findIndex(e=>e.start_s>t)??-1,r=this.#r();r.splice(n<0?r.length:n,0,e),await this.#i(r)}async resetLegs(){await this.#i(null)}async finish(e){let t=await this.api.post(`${this.#o()}/finish`,e);return this.set({search:t.search}),t}#r(){return(this.state.route?.legs??[]).map(e=>e.sighting_id)}async#i(e){this.set({search:await this.api.put(`${this.#o()}/legs`,{legs:e})}),await this.readRoute()}async#a(e){this.set({search:await this.api.patch(this.#o(),e),newcomers:null}),await this.look()}#o(){return`searches/${encodeURIComponent(this.id)}`}};function Ce(e){let t=new Map;for(let n of e){let{camera:e}=n.sighting;t.set(e,[...t.get(e)??[],n])}return[...t]}var V=class extends D{constructor(){super(),this.playing=``,f(this,()=>[this.store]),new P(this,()=>({" ":()=>this.#s(e=>this.#o(e,`tick`)),x:()=>this.#s(e=>this.#o(e,`cross`)),p:()=>this.#s(e=>this.#a(e)),Escape:()=>this.playing=``,r:()=>void this.#d(()=>this.store.refine()),"[":()=>void this.#d(()=>this.store.shift(-1)),"]":()=>void this.#d(()=>this.store.shift(1)),ArrowRight:()=>this.#c(1),ArrowLeft:()=>this.#c(-1),ArrowDown:()=>this.#l(1),ArrowUp:()=>this.#l(-1)}))}static{this.styles=B}render(){let{search:e}=this.store.state;return o`${this.#e()} ${this.#t()}
      <div class="foot">
        <strong>${w(`search.confirmed`,e?.ticked??0)}</strong>
        <span class="grow"></span>
        <button data-act
          class="quiet"
          ?hidden=${this.store.isFinished}
          ?disabled=${this.store.state.looking||!e?.ticked}
          @click=${()=>void this.#f(()=>this.store.refine())}
        >
          ${y(`search.refine`)} <kbd>R</kbd>
        </button>
        <button class="primary" ?disabled=${!e?.ticked} @click=${()=>this.#u()}>
          ${y(`search.view`)}
        </button>
      </div>`}#e(){let{search:e,order:t}=this.store.state,n=e?(e.to_s-e.from_s)/2:0;return o`<div class="bar" ?hidden=${this.store.isFinished}>
      <div class="row">
        <button data-act class="icon" title="[" aria-label=${y(`search.earlier`)} @click=${()=>void this.#f(()=>this.store.shift(-1))}>
          <fr-icon path=${l}></fr-icon>
        </button>
        <span class="numbers window">± ${v(n)}</span>
        <button data-act class="icon" title="]" aria-label=${y(`search.later`)} @click=${()=>void this.#f(()=>this.store.shift(1))}>
          <fr-icon path=${r}></fr-icon>
        </button>
        <button data-act @click=${()=>void this.#f(()=>this.store.widen())}>
          <fr-icon path=${ie}></fr-icon>${y(`search.widen`)}
        </button>
      </div>
      <span class="grow"></span>
      <fr-segments
        label=${y(`search.order`)}
        .segments=${[`likeness`,`time`].map(e=>({value:e,label:y(`search.order.${e}`)}))}
        .value=${t}
        @chosen=${e=>void this.#f(()=>this.store.sort(e.detail))}
      ></fr-segments>
    </div>`}#t(){let{candidates:e,looking:t,newcomers:n,total:r}=this.store.state;return e.length===0&&t?o`<div class="tiles">${M(8,`tile`)}</div>`:e.length===0?this.#n():o`<div class="row wrap">
        <p class="muted" role="status">
          ${n===null?w(`search.found`,r):n===0?w(`search.nothingMore`,this.store.searched.size):w(`search.newcomers`,n)}
        </p>
        ${n===0&&!this.store.isFinished?o`<button data-act class="small" @click=${()=>void this.#f(()=>this.store.widen())}>
              ${y(`search.widen`)}
            </button>`:m}
        ${n===0?this.#r():m}
        <span class="grow"></span>
        <p class="muted small keys">${y(`search.keys`)}</p>
      </div>
      ${Ce(e).map(([e,n])=>o`<section aria-busy=${t}>
            <h2>${_(e)} <span class="muted small">${n.length}</span></h2>
            <div class="tiles">${n.map(e=>this.#i(e))}</div>
          </section>`)}`}#n(){return o`<fr-notice
      .icon=${de}
      heading=${y(`search.none.title`)}
      text=${w(`search.none.text`,this.store.searched.size)}
    >
      <button class="primary" @click=${()=>void this.#f(()=>this.store.widen())}>
        ${y(`search.widen`)}
      </button>
      ${this.#r()}
    </fr-notice>`}#r(){let{search:e}=this.store.state,t=e?.identity_id??e?.seed.identity_id;return t?o`<watch-switch .identityId=${t}></watch-switch>`:m}#i(e){return o`<candidate-tile
      .candidate=${e}
      .locked=${this.store.isFinished}
      .zone=${this.services.site.zone}
      @mark=${t=>this.#o(e,t.detail)}
      .playing=${this.playing===e.sighting.id}
      @play=${()=>this.#a(e)}
    ></candidate-tile>`}#a({sighting:e}){this.playing=this.playing===e.id?``:e.id}#o(e,t){if(this.store.isFinished)return;let n=e.label===t?null:t;this.#f(()=>this.store.label(e.sighting.id,n))}#s(e){let t=this.renderRoot.querySelector(`candidate-tile:focus-within`);t&&e(t.candidate)}#c(e){let t=[...this.tiles],n=t.findIndex(e=>e.matches(`:focus-within`));t[Math.max(0,Math.min(t.length-1,n+e))]?.focus()}#l(e){let t=[...this.tiles],n=t.find(e=>e.matches(`:focus-within`))?.getBoundingClientRect();if(n===void 0)return this.#c(1);let r=t.map(e=>({tile:e,at:e.getBoundingClientRect()})).filter(({at:t})=>(t.top-n.top)*e>1),i=Math.min(...r.map(({at:e})=>Math.abs(e.top-n.top)));r.filter(({at:e})=>Math.abs(e.top-n.top)<i+1).sort((e,t)=>Math.abs(e.at.left-n.left)-Math.abs(t.at.left-n.left))[0]?.tile.focus()}#u(){this.dispatchEvent(new CustomEvent(`step`,{detail:`result`,bubbles:!0}))}async#d(e){this.store.isFinished||await this.#f(e)}async#f(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};O([p({attribute:!1})],V.prototype,`store`,void 0),O([e()],V.prototype,`playing`,void 0),O([pe(`candidate-tile`)],V.prototype,`tiles`,void 0),V=O([i(`candidates-step`)],V);function we(e,t){return[...new Set([t,...H(e,t).keys()])]}function Te(e,t,n){let r=new Map([[t,0]]),i=[t];for(let t=i.shift();t!==void 0;t=i.shift())for(let[a,o]of H(e,t)){let e=(r.get(t)??0)+o;e>n||e>=(r.get(a)??1/0)||(r.set(a,e),i.push(a))}return[...r.keys()]}function Ee(e,t,n){return(e.find(e=>e.id!==t&&e.cameras!==null)?.cameras??[]).filter(e=>n.includes(e))}function H(e,t){let n=new Map;for(let r of e){if(r.rule===`forbidden`)continue;let e=Math.max(0,r.p5_s??0),i=r.from_camera===t?r.to_camera:r.to_camera===t&&r.from_camera;i&&n.set(i,Math.min(e,n.get(i)??1/0))}return n}var U=class extends D{constructor(){super(),this.hovered=null,f(this,()=>[this.store])}static{this.styles=[S,s,c,u,h`
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
    `]}render(){let{cameras:e,plan:t}=this.store.state,n=e.map(e=>e.name),r=new Set((t?.placements??[]).map(e=>e.camera)),i=this.hovered?new Set([this.hovered]):this.store.searched;return o`<div class="two">
      <section class="card">
        <div class="presets" ?hidden=${this.store.isFinished}>${this.#e(n)}</div>
        <ul>
          ${n.map(e=>this.#t(e,r.has(e)||r.size===0))}
        </ul>
        <button class="primary next" @click=${()=>this.#r()}>${y(`search.toCandidates`)}</button>
      </section>
      <fr-plan .places=${F(t,n)} .lit=${i}></fr-plan>
    </div>`}#e(e){let{plan:t,search:n,recent:r}=this.store.state,i=n?.seed.camera??null,a=n?(n.to_s-n.from_s)/2:0,s=t?.edges??[],c=Ee(r,n?.id??``,e);return o`<button data-act @click=${()=>void this.#n(e)}>${y(`search.preset.all`)}</button>
      ${i===null||s.length===0?``:o`<button data-act @click=${()=>void this.#n(we(s,i))}>
              ${y(`search.preset.nextDoor`)}
            </button>
            <button data-act @click=${()=>void this.#n(Te(s,i,a))}>
              ${y(`search.preset.reachable`)}
            </button>`}${c.length===0?``:o`<button data-act @click=${()=>void this.#n(c)}>
              ${y(`search.preset.lastUsed`)}
            </button>`}`}#t(e,t){return o`<li
      @pointerenter=${()=>this.hovered=e}
      @pointerleave=${()=>this.hovered=null}
    >
      <label class="check"
        ><input data-act
          type="checkbox"
          .checked=${_e(this.store.searched.has(e))}
          ?disabled=${this.store.isFinished}
          @focus=${()=>this.hovered=e}
          @blur=${()=>this.hovered=null}
          @change=${()=>void this.#i(()=>this.store.toggleCamera(e))}
        /><span class="cut">${_(e)}</span></label
      >
      ${t?``:o`<span class="chip">${y(`search.notDrawn`)}</span>`}
    </li>`}#n(e){return this.#i(()=>this.store.choose(e))}#r(){this.dispatchEvent(new CustomEvent(`step`,{detail:`candidates`,bubbles:!0}))}async#i(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};O([p({attribute:!1})],U.prototype,`store`,void 0),O([e()],U.prototype,`hovered`,void 0),U=O([i(`cameras-step`)],U);var De=[S,s,c,h`
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
  `],W=class extends D{constructor(...e){super(...e),this.legs=[],this.dropped=[],this.search=null,this.chosen=``,this.dragged=``,this.over=-1}static{this.styles=De}render(){return o`<ol aria-label=${y(`route.legs`)}>
        ${I(this.legs,e=>e.sighting_id,(e,t)=>this.#e(e,t))}
      </ol>
      ${this.dropped.length?o`<h3>${y(`result.dropped`)}</h3>
            <ul>${this.dropped.map(e=>this.#t(e))}</ul>`:m}`}#e(e,n){let r=this.legs[n-1],i=e.sighting_id,s=this.search?.unsure.includes(i)??!1,c=C(e.start_s,this.zone,!0),l={camera:_(e.camera),time:c};return o`<li
      class="${i===this.chosen?`chosen`:``} ${this.over===n?`over`:``} ${s?`unsure`:``}"
      draggable="true"
      @dragstart=${()=>this.dragged=i}
      @dragend=${()=>this.#s()}
      @dragover=${e=>this.#a(e,n)}
      @drop=${e=>this.#o(e,n)}
    >
      ${r?o`<p class="gap">${x(r,e)}</p>`:m}
      <div class="one">
        <button
          class="leg"
          aria-current=${i===this.chosen}
          @click=${()=>this.#l(`choose`,i)}
        >
          <span class="number">${n+1}</span>
          <fr-picture .src=${N(e.crop_id)}></fr-picture>
          <span>
            <strong>${_(e.camera)}</strong>
            ${s?o`<span class="chip warn">${y(`answer.unsure`)}</span>`:m}
            <span class="muted small numbers"
              ><br />${c} · ${v(e.end_s-e.start_s)}</span
            >
          </span>
        </button>
        <span class="does">
          ${this.#r(i)?m:this.#i(i,s,l)}
          ${this.#n(`up`,t,y(`result.up`,l),n===0,()=>this.#c(i,n-1))}
          ${this.#n(`down`,te,y(`result.down`,l),n===this.legs.length-1,()=>this.#c(i,n+1))}
          ${this.#n(`drop`,a,y(`result.drop`,l),this.legs.length===1,()=>this.#l(`drop-leg`,i))}
        </span>
      </div>
    </li>`}#t(e){let t=C(e.start_s,this.zone,!0),n={camera:_(e.camera),time:t};return o`<li class="left-out">
      <fr-picture .src=${N(e.crop_id)}></fr-picture>
      <span class="grow muted numbers">${n.camera} · ${t}</span>
      <button data-act aria-label=${y(`result.restoreOf`,n)} @click=${()=>this.#l(`restore`,e.id)}>
        <fr-icon path=${le}></fr-icon>${y(`result.restore`)}
      </button>
    </li>`}#n(e,t,n,r,i){return o`<button data-act
      class="quiet icon ${e}"
      ?disabled=${r}
      aria-label=${n}
      title=${n}
      @click=${i}
    >
      <fr-icon path=${t}></fr-icon>
    </button>`}#r(e){return this.search?.state===`finished`||this.search?.seed.sighting_id===e}#i(e,t,n){let r=y(t?`result.sure`:`result.unsure`,n);return o`<button
      class="quiet icon doubt"
      data-act
      aria-pressed=${t}
      aria-label=${r}
      title=${r}
      @click=${()=>this.#l(`doubt`,e)}
    >
      <fr-icon path=${ae}></fr-icon>
    </button>`}#a(e,t){this.dragged!==``&&(e.preventDefault(),this.over=t)}#o(e,t){e.preventDefault();let n=this.dragged;this.#s(),n!==``&&this.legs[t]?.sighting_id!==n&&this.#c(n,t)}#s(){this.dragged=``,this.over=-1}#c(e,t){this.#l(`place`,{id:e,at:t})}#l(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};O([p({attribute:!1})],W.prototype,`legs`,void 0),O([p({attribute:!1})],W.prototype,`dropped`,void 0),O([p({attribute:!1})],W.prototype,`search`,void 0),O([p()],W.prototype,`chosen`,void 0),O([p({attribute:!1})],W.prototype,`zone`,void 0),O([e()],W.prototype,`dragged`,void 0),O([e()],W.prototype,`over`,void 0),W=O([i(`result-legs`)],W);var Oe=3,G=class extends D{#e;constructor(){super(),this.chosen=``,this.playing=!1,this.pause_s=null,this.saving=!1,this.#e=0,f(this,()=>[this.store]),new P(this,()=>({p:()=>this.#o()}))}static{this.styles=[S,s,u,A,h`
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
    `]}connectedCallback(){super.connectedCallback(),this.#p(()=>this.store.readRoute())}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#e)}render(){let{route:e,search:t}=this.store.state;return e===null?M(1,`tall`):e.legs.length===0?o`<fr-notice heading=${y(`result.none.title`)} text=${y(`result.none.text`)}></fr-notice>`:o`<div class="bar">
        <button class="primary" @click=${()=>this.#o()}>
          <fr-icon path=${g}></fr-icon>${y(`result.play`)} <kbd>P</kbd>
        </button>
        <button data-act @click=${()=>this.saving=!0} ?disabled=${t?.state===`finished`}>
          <fr-icon path=${re}></fr-icon>
          ${t?.state===`finished`?y(`result.saved`):y(`result.save`)}
        </button>
        ${t?.arranged?o`<button data-act class="quiet" @click=${()=>void this.#p(()=>this.store.resetLegs())}>
              <fr-icon path=${fe}></fr-icon>${y(`result.byTime`)}
            </button>`:m}
        ${t?.identity_id?o`<watch-switch .identityId=${t.identity_id}></watch-switch>`:m}
        <span class="grow"></span>
        <export-button .request=${{search_id:t?.id}}></export-button>
      </div>
      <div class="two">
        <div>${this.#n()} ${this.#r()}</div>
        ${this.#t(e.legs)}
      </div>
      ${this.saving?this.#i():m}`}#t(e){let{search:t,dropped:n}=this.store.state;return o`<result-legs
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
    ></result-legs>`}#n(){if(!this.playing)return m;if(this.pause_s!==null){let e=this.#u();return o`<div class="pause" role="status">
        <p>${this.#d()}</p>
        <p class="muted">
          ${y(`result.next`,{camera:_(e?.camera??``),n:this.pause_s})}
        </p>
        <button @click=${()=>this.#c()}>
          <fr-icon path=${ee}></fr-icon>${y(`result.skip`)}
        </button>
      </div>`}return o`<fr-clip .sightingId=${this.chosen} @ended=${()=>this.#s()}></fr-clip>`}#r(){let{route:e,plan:t,cameras:n}=this.store.state,r=F(t,n.map(e=>e.name)),i=e?.legs??[],a=he(t,r.floor?.id??null,i),s=me(i,e?.gaps??[],r.at,a),{chosen:c}=this;return o`<fr-plan
      .places=${r}
      .unplaced=${s.unplaced}
      .layer=${e=>ge({layout:s,chosen:c,onStop:e=>this.#a(e)},e)}
    ></fr-plan>`}#i(){let e=this.store.state.search?.seed.identity_id;return o`<fr-dialog heading=${y(`result.save`)} @closed=${()=>this.saving=!1}>
      <form id="save" class="stack" @submit=${e=>void this.#f(e)}>
        <p class="muted">${y(e?`result.saveKnown`:`result.saveNew`)}</p>
        <label class="field"
          >${y(`people.name`)}
          <input name="name" maxlength="100" autocomplete="off" autofocus />
        </label>
        <button class="primary">${y(`action.save`)}</button>
      </form>
    </fr-dialog>`}#a(e){clearInterval(this.#e),this.chosen=e,this.pause_s=null}#o(){let e=this.store.state.route?.legs[0];this.#a(this.chosen||(e?.sighting_id??``)),this.playing=!0}#s(){this.#u()!==void 0&&(this.pause_s=Oe,this.#e=window.setInterval(()=>{this.pause_s=(this.pause_s??1)-1,this.pause_s<=0&&this.#c()},1e3))}#c(){let e=this.#u();e&&this.#a(e.sighting_id)}#l(){return(this.store.state.route?.legs??[]).findIndex(e=>e.sighting_id===this.chosen)}#u(){return this.store.state.route?.legs[this.#l()+1]}#d(){let e=this.store.state.route?.legs[this.#l()],t=this.#u();return e&&t?x(e,t):``}#f(e){e.preventDefault();let t=String(new FormData(e.target).get(`name`)??``).trim();return this.saving=!1,this.#p(async()=>{let e=await this.store.finish(t?{name:t}:{}),n=w(`result.savedAs`,e.search.ticked,{name:e.identity.label});this.services.toasts.done(n,e.decision_ids)})}async#p(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};O([p({attribute:!1})],G.prototype,`store`,void 0),O([e()],G.prototype,`chosen`,void 0),O([e()],G.prototype,`playing`,void 0),O([e()],G.prototype,`pause_s`,void 0),O([e()],G.prototype,`saving`,void 0),G=O([i(`result-step`)],G);var K=class extends D{constructor(...e){super(...e),this.cropId=null}willUpdate(e){if(!e.has(`seed`))return;let t=e.get(`seed`);(t?.sighting_id!==this.seed.sighting_id||t===void 0)&&this.#e()}render(){return o`<fr-picture .src=${N(this.cropId)} alt=${y(`search.seed`)}></fr-picture>`}async#e(){let{crop_id:e,sighting_id:t,identity_id:n}=this.seed;this.cropId=e;let r=e===null?t===null?n!==null&&`identities/${encodeURIComponent(n)}`:`sightings/${encodeURIComponent(t)}`:null;if(r)try{this.cropId=(await this.services.api.get(r)).crop_id}catch{}}};O([p({attribute:!1})],K.prototype,`seed`,void 0),O([e()],K.prototype,`cropId`,void 0),K=O([i(`seed-picture`)],K);var q=class extends D{static{this.styles=[S,h`
      .seed {
        display: flex;
        gap: 20px;
        align-items: center;
      }
      seed-picture {
        width: 92px;
        flex: none;
      }
    `]}render(){let{seed:e}=this.search;return o`<div class="seed">
      <seed-picture .seed=${e}></seed-picture>
      <div>
        <h1>${y(`search.title`)}</h1>
        <p class="muted">${this.#t()}</p>
        <p class="muted numbers">${this.#n()}</p>
        ${this.search.identity_id===null?m:this.#e(this.search.identity_id)}
      </div>
    </div>`}#e(e){return o`<p>
      <a href="#/people/${encodeURIComponent(e)}">${y(`search.savedAs`)}</a>
    </p>`}#t(){let{camera:e,time_s:t,kind:n}=this.search.seed;if(e===null||t===null)return y(`search.kind.${n}`);let r=C(t,this.services.site.zone,!0);return y(`search.from`,{camera:_(e),time:r})}#n(){let{site:e}=this.services,{from_s:t,to_s:n}=this.search,r={today:y(`day.today`),yesterday:y(`day.yesterday`)},i=E(b(t,e.zone),e.now_s(),e.zone,`en`,r),a=C(t,e.zone,!0);return y(`search.window`,{day:i,from:a,to:C(n,e.zone,!0)})}};O([p({attribute:!1})],q.prototype,`search`,void 0),q=O([i(`seed-view`)],q);var J=[`cameras`,`candidates`,`result`],Y=class extends D{#e;constructor(){super(),this.searchId=``,this.store=null,this.#e=[],f(this,()=>[this.services.router])}static{this.styles=[S,s,A,h`
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
    `]}willUpdate(e){if(!e.has(`searchId`))return;this.#a();let t=new Se(this.services.api,this.searchId),{live:n}=this.services;this.#e=[t.subscribe(()=>this.requestUpdate()),n.onState(e=>e&&void t.load())],this.store=t,t.load()}disconnectedCallback(){super.disconnectedCallback(),this.#a()}render(){let{store:e}=this;return e===null?o``:o`<a class="button quiet back" href="#/search">
        <fr-icon path=${n}></fr-icon>${y(`search.all`)}
      </a>
      ${this.#t(e)}`}#t(e){let{phase:t,search:n,error:r}=e.state;if(t===`loading`)return M(1,`tall`);if(n===null)return o`<fr-notice .error=${r} @again=${()=>void e.load()}></fr-notice>`;let i=this.#r();return o`<seed-view .search=${n}></seed-view>
      <fr-tabs
        .tabs=${J.map(e=>({name:e,label:y(`search.step.${e}`)}))}
        .current=${i}
        @chosen=${e=>this.#i(e.detail)}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${y(`search.step.${i}`)} @step=${e=>this.#i(e.detail)}>
        ${this.#n(i,e)}
      </div>`}#n(e,t){return e===`cameras`?o`<cameras-step .store=${t}></cameras-step>`:e===`result`?o`<result-step .store=${t}></result-step>`:o`<candidates-step .store=${t}></candidates-step>`}#r(){let e=this.services.router.state.place.params.get(`step`);return J.find(t=>t===e)??`candidates`}#i(e){this.services.router.refine({step:e===`candidates`?null:e})}#a(){for(let e of this.#e)e();this.#e=[]}};O([p()],Y.prototype,`searchId`,void 0),O([e()],Y.prototype,`store`,void 0),Y=O([i(`search-session`)],Y);var X=class extends D{constructor(...e){super(...e),this.ratio=16/9}static{this.styles=[S,h`
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
    `]}render(){let{camera:e,time_s:t,people:n}=this.frame;return o`<div class="frame" ${j({"--picture-ratio":String(this.ratio)})}>
      <fr-picture
        .src=${`cameras/${encodeURIComponent(e)}/frame.jpg?time_s=${t}`}
        alt=${_(e)}
        @shown=${e=>this.ratio=e.detail}
      ></fr-picture>
      ${n.map(e=>this.#e(e))}
    </div>`}#e(e){let{x_min:t,y_min:n,x_max:r,y_max:i}=e.box,a=e.label??y(`search.somebody`);return o`<button data-act
      class=${t>.6?`right`:``}
      aria-label=${y(`search.searchFor`,{name:a})}
      ${j({"--x":Z(t),"--y":Z(n),"--w":Z(r-t),"--h":Z(i-n)})}
      @click=${()=>this.dispatchEvent(new CustomEvent(`picked`,{detail:e.sighting_id}))}
    >
      <span>${a}</span>
    </button>`}};O([p({attribute:!1})],X.prototype,`frame`,void 0),O([e()],X.prototype,`ratio`,void 0),X=O([i(`frame-people`)],X);function Z(e){return`${100*e}%`}var ke=[S,s,u,A,h`
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
  `],Ae=86400,je=class extends d{constructor(e){super({phase:`loading`,error:null,searches:[],cameras:[],camera:``,frame:null}),this.api=e}async load(){try{let[e,t]=await Promise.all([this.api.get(`searches`,{limit:20}),this.api.get(`cameras`)]);this.set({phase:`ready`,error:null,searches:e.items,cameras:t.items});let n=[...t.items].sort((e,t)=>t.last_seen_s-e.last_seen_s)[0];n&&this.state.camera===``&&await this.showCamera(n.name)}catch(e){this.set({phase:`error`,error:T(e)})}}async showCamera(e){let t=this.state.cameras.find(t=>t.name===e);t!==void 0&&(this.set({camera:e}),await this.#e(t.last_seen_s+1,`previous`))}async step(e){let{frame:t}=this.state;t&&await this.#e(t.time_s,e)}begin(e){return this.api.post(`searches`,{sighting_id:e})}beginWithEvent(e){return this.api.post(`searches`,{event_id:Me(e)})}beginWithPhoto(e,t){let n={from_s:t-Ae,to_s:t};return this.api.upload(`POST`,`searches/photo`,e,n)}async remove(e){await this.api.delete(`searches/${encodeURIComponent(e)}`),this.set({searches:this.state.searches.filter(t=>t.id!==e)})}async#e(e,t){let{camera:n}=this.state;try{let r=await this.api.get(`frames/people`,{camera:n,time_s:e,direction:t});this.state.camera===n&&this.set({frame:r})}catch(e){if(!T(e).isNotFound)throw e}}};function Me(e){return/\d{9,11}\.\d+-[a-z0-9]{4,8}/.exec(e)?.[0]??e.trim()}var Q=class extends D{#e=null;constructor(){super(),f(this,()=>[this.store]),new P(this,()=>({ArrowLeft:()=>void this.#c(()=>this.store.step(`previous`)),ArrowRight:()=>void this.#c(()=>this.store.step(`next`))}))}static{this.styles=ke}get store(){return this.#e??=new je(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}render(){let{phase:e,error:t}=this.store.state;return o`<div>
        <h1>${y(`search.startTitle`)}</h1>
        <p class="muted">${y(`search.startText`)}</p>
      </div>
      ${e===`loading`?M(1,`tall`):m}
      ${e===`error`?o`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:m}
      ${e===`ready`?o`<div class="two">${this.#t()} ${this.#n()}</div>`:m}`}#t(){let{cameras:e,camera:t,frame:n}=this.store.state;return o`<section class="card">
      <div class="row wrap">
        <h2 class="grow">${y(`search.fromFrame`)}</h2>
        <select
          aria-label=${y(`people.camera`)}
          @change=${e=>void this.#c(()=>this.store.showCamera(e.target.value))}
        >
          ${e.map(({name:e})=>o`<option value=${e} ?selected=${e===t}>${_(e)}</option>`)}
        </select>
      </div>
      ${n?o`<frame-people
              .frame=${n}
              @picked=${e=>void this.#s(()=>this.store.begin(e.detail))}
            ></frame-people>
            <div class="row steps">
              <button @click=${()=>void this.#c(()=>this.store.step(`previous`))}>
                <fr-icon path=${l}></fr-icon>${y(`search.previousPerson`)}
              </button>
              <span class="grow numbers muted">${this.#i(n.time_s)}</span>
              <button @click=${()=>void this.#c(()=>this.store.step(`next`))}>
                ${y(`search.nextPerson`)}<fr-icon path=${r}></fr-icon>
              </button>
            </div>`:o`<fr-notice .icon=${ue} heading=${y(`search.noFrame`)} text=${y(`people.empty.text`)}></fr-notice>`}
    </section>`}#n(){let{searches:e}=this.store.state;return o`<div class="stack">
      <section class="card">
        <h2>${y(`search.fromEvent`)}</h2>
        <form class="row" @submit=${e=>void this.#a(e)}>
          <input
            name="event"
            required
            class="grow"
            placeholder=${y(`search.eventHint`)}
            aria-label=${y(`search.eventHint`)}
          />
          <button class="primary">${y(`search.go`)}</button>
        </form>
      </section>
      <section class="card">
        <h2>${y(`search.fromPhoto`)}</h2>
        <p class="muted small">${y(`search.photoWhy`)}</p>
        <button data-act @click=${()=>this.chooser.click()}>
          <fr-icon path=${ce}></fr-icon>${y(`search.choosePhoto`)}
        </button>
        <input
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp"
          @change=${()=>void this.#o()}
        />
      </section>
      ${e.length?o`<section class="card">
            <h2>${y(`search.recent`)}</h2>
            <ul>${e.map(e=>this.#r(e))}</ul>
          </section>`:m}
    </div>`}#r(e){return o`<li>
      <a href="#/search/${encodeURIComponent(e.id)}">
        <seed-picture .seed=${e.seed}></seed-picture>
        <span class="grow">
          <strong>${this.#i(e.seed.time_s??e.created_s)}</strong>
          <span class="muted small"
            ><br />${e.seed.camera?`${_(e.seed.camera)} · `:m}${w(`search.confirmed`,e.ticked)}</span
          >
        </span>
      </a>
      <button data-act class="quiet icon" aria-label=${y(`search.remove`)} @click=${()=>void this.#c(()=>this.store.remove(e.id))}>
        <fr-icon path=${a}></fr-icon>
      </button>
    </li>`}#i(e){let{site:t}=this.services,n={today:y(`day.today`),yesterday:y(`day.yesterday`)};return`${E(b(e,t.zone),t.now_s(),t.zone,`en`,n)}, ${C(e,t.zone,!0)}`}#a(e){e.preventDefault();let t=String(new FormData(e.target).get(`event`)??``);return this.#s(()=>this.store.beginWithEvent(t))}async#o(){let[e]=this.chooser.files??[];this.chooser.value=``,e&&await this.#s(()=>this.store.beginWithPhoto(e,this.services.site.now_s()))}#s(e){return this.#c(async()=>this.services.router.go([`search`,(await e()).id]))}async#c(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};O([k(`input[type=file]`)],Q.prototype,`chooser`,void 0),Q=O([i(`search-start`)],Q);var $=class extends D{#e=``;static{this.styles=[S,h`
      :host {
        display: block;
        min-width: 0;
      }
    `]}willUpdate(){let{path:e,params:t}=this.place,n=t.toString();e[1]===`new`&&n!==``&&n!==this.#e&&(this.#e=n,this.#t(t))}render(){let e=this.place.path[1];return e===void 0?o`<search-start></search-start>`:e===`new`?o`<p role="status">${y(`search.beginning`)}</p>`:o`<search-session .searchId=${e}></search-session>`}async#t(e){let{api:t,router:n,toasts:r}=this.services,i=Object.fromEntries([`identity`,`sighting`,`event`,`crop`].filter(t=>e.has(t)).map(t=>[`${t}_id`,e.get(t)]));try{let e=await t.post(`searches`,i);location.replace(`#/search/${encodeURIComponent(e.id)}`)}catch(e){r.failed(T(e)),n.go([`search`])}}};O([p({attribute:!1})],$.prototype,`place`,void 0),$=O([i(`search-page`)],$);export{$ as SearchPage};