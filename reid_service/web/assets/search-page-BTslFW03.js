import{Bt as e,Ct as t,D as n,Dt as r,E as i,F as a,Ft as o,H as s,Ht as c,I as l,It as u,Jt as d,Kt as f,L as p,M as ee,Nt as m,O as te,Pt as h,T as ne,Ut as g,Wt as _,Zt as v,a as y,at as re,b,bt as ie,cn as x,d as S,en as C,h as w,i as T,in as E,l as D,nn as O,p as ae,st as oe,tt as se,u as k,wt as ce,xt as le,y as A,yt as j}from"./words-wkC6vuRC.js";import{a as ue,i as M,n as N,r as P,t as F}from"./fr-picture-7a8VXDMG.js";import{t as de}from"./query-all-C1j56B3d.js";import"./fr-tabs-pufnzg44.js";import{t as I}from"./keys-BtAWeeJP.js";import"./fr-segments-ChWibhRu.js";import{i as fe,n as pe,t as me}from"./export-button-DKi6FhfU.js";import"./fr-clip-BvbmwDQm.js";import{t as L}from"./places-BnEeg5QM.js";import{t as he}from"./live-D3tztHfj.js";import"./fr-plan-KVVgBi8L.js";import"./fr-dialog-NYLk0EF6.js";import{t as ge}from"./repeat-Bv7sDU22.js";var _e=300,R=2,z=class extends A{constructor(...e){super(...e),this.sightingId=``,this.active=!1,this.url=``,this.#e=0,this.#t=null}#e;#t;static{this.styles=[m,v`
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
    `]}willUpdate(e){e.has(`active`)&&(this.#i(),this.active&&(this.#e=window.setTimeout(()=>void this.#n(),_e)))}disconnectedCallback(){super.disconnectedCallback(),this.#i()}render(){return this.url?d`<video
      src=${this.url}
      autoplay
      muted
      playsinline
      @timeupdate=${e=>this.#r(e.target)}
      @ended=${()=>this.#i()}
      @error=${()=>this.#i()}
    ></video>`:f}async#n(){let e=new AbortController;this.#t=e;let t=`sightings/${encodeURIComponent(this.sightingId)}/clip.mp4`,n={padding_s:0,first_s:R};try{let r=await this.services.api.blob(t,n,e.signal);this.#t===e&&(this.url=URL.createObjectURL(r))}catch{this.#t===e&&(this.#t=null)}}#r(e){e.currentTime>=R&&this.#i()}#i(){clearTimeout(this.#e),this.#t?.abort(),this.#t=null,this.url&&URL.revokeObjectURL(this.url),this.url=``}};b([g()],z.prototype,`sightingId`,void 0),b([g({type:Boolean})],z.prototype,`active`,void 0),b([c()],z.prototype,`url`,void 0),z=b([_(`hover-clip`)],z);var ve=matchMedia(`(prefers-reduced-motion: reduce)`),ye={likely:`good`,unsure:`warn`,weak:``},B=class extends A{constructor(...e){super(...e),this.locked=!1,this.playing=!1,this.hovered=!1}static{this.styles=[m,h,o,v`
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
    `]}focus(){this.picture.focus()}render(){let{sighting:e,band:t,label:n,offset_s:i,is_new:a}=this.candidate,o=y(e.camera),s=D(e.start_s,this.zone,!0);return d`<article class=${n??``}>
      <div class="frame">
        <button
          class="picture"
          data-act
          aria-label=${`${o}, ${s}`}
          @click=${()=>this.#n(`tick`)}
          @pointerenter=${e=>this.#t(e)}
          @pointerleave=${()=>this.hovered=!1}
        >
          <fr-picture .src=${F(e.crop_id)}></fr-picture>
          <hover-clip
            .sightingId=${e.id}
            .active=${this.hovered&&!this.playing}
          ></hover-clip>
        </button>
        ${this.playing?d`<fr-clip
              .sightingId=${e.id}
              @ended=${()=>this.#r(`play`)}
            ></fr-clip>`:f}
      </div>
      ${a?d`<span class="chip accent new">${O(`search.new`)}</span>`:f}
      <div class="words">
        <p class="row">
          <strong class="numbers grow">${i===null?s:ae(i)}</strong>
          ${n===`unsure`?d`<span class="chip warn">${O(`answer.unsure`)}</span>`:d`<span class="chip ${ye[t]}">${O(`band.${t}`)}</span>`}
        </p>
        <p class="muted small numbers cut">
          ${s}${e.identity_label?` · ${e.identity_label}`:f}
        </p>
      </div>
      <div class="marks">
        ${this.#e(`tick`,ee,O(`search.tick`))}
        ${this.#e(`cross`,p,O(`search.cross`))}
        <button
          class="quiet icon"
          aria-label=${O(`leg.clip`)}
          aria-pressed=${this.playing}
          @click=${()=>this.#r(`play`)}
        >
          <fr-icon path=${this.playing?r:j}></fr-icon>
        </button>
      </div>
    </article>`}#e(e,t,n){return d`<button data-act
      class=${e}
      aria-pressed=${this.candidate.label===e}
      ?disabled=${this.locked}
      aria-label=${n}
      title=${n}
      @click=${()=>this.#n(e)}
    >
      <fr-icon path=${t}></fr-icon>
    </button>`}#t(e){this.hovered=e.pointerType===`mouse`&&!ve.matches}#n(e){this.#r(`mark`,e)}#r(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};b([g({attribute:!1})],B.prototype,`candidate`,void 0),b([g({attribute:!1})],B.prototype,`zone`,void 0),b([g({type:Boolean})],B.prototype,`locked`,void 0),b([g({type:Boolean})],B.prototype,`playing`,void 0),b([c()],B.prototype,`hovered`,void 0),b([ue(`.picture`)],B.prototype,`picture`,void 0),B=b([_(`candidate-tile`)],B);var be=[m,h,M,v`
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
  `],xe=100,Se=class extends C{#e=0;constructor(e,t){super({phase:`loading`,error:null,search:null,cameras:[],plan:null,recent:[],candidates:[],total:0,order:`likeness`,looking:!1,newcomers:null,route:null,dropped:[]}),this.api=e,this.id=t}async load(){try{let[e,t]=await Promise.all([this.api.get(this.#o()),this.api.get(`cameras`)]);this.set({phase:`ready`,error:null,search:e,cameras:t.items}),await this.look()}catch(e){this.set({phase:`error`,error:x(e)});return}await Promise.all([this.#t(),this.#n()])}async#t(){try{this.set({plan:await this.api.get(`plan`)})}catch{}}async#n(){try{let{items:e}=await this.api.get(`searches`,{limit:20});this.set({recent:e})}catch{}}async look(){let e=++this.#e;this.set({looking:!0});try{let{order:t}=this.state,n=`${this.#o()}/candidates`,r=await this.api.get(n,{order:t,limit:xe});e===this.#e&&this.set({candidates:r.items,total:r.total})}finally{e===this.#e&&this.set({looking:!1})}}async sort(e){this.set({order:e}),await this.look()}get isFinished(){return this.state.search?.state===`finished`}get searched(){let{search:e,cameras:t}=this.state;return new Set(e?.cameras??t.map(e=>e.name))}async choose(e){let t=this.state.cameras.every(t=>e.includes(t.name));await this.#a({cameras:t?null:e})}async toggleCamera(e){let t=new Set(this.searched);t.delete(e)||t.add(e),t.size>0&&await this.choose([...t])}async shift(e){let{search:t}=this.state;if(t===null)return;let n=e*(t.to_s-t.from_s);await this.#a({from_s:t.from_s+n,to_s:t.to_s+n})}async widen(){let{search:e}=this.state;if(e===null)return;let t=(e.to_s-e.from_s)/2;await this.#a({from_s:e.from_s-t,to_s:e.to_s+t})}async label(e,t){let n=this.state.candidates;this.set({candidates:n.map(n=>n.sighting.id===e?{...n,label:t}:n)});let r={ticks:t===`tick`?[e]:[],crosses:t===`cross`?[e]:[],unsure:t===`unsure`?[e]:[],clear:t===null?[e]:[]};try{this.set({search:await this.api.post(`${this.#o()}/labels`,r)})}catch(e){throw this.set({candidates:n}),e}}async refine(){this.set({looking:!0});try{let e=await this.api.post(`${this.#o()}/refine`);this.set({candidates:e.items,total:e.total,newcomers:e.newcomers,order:`likeness`})}finally{this.set({looking:!1})}}async readRoute(){let e=await this.api.get(`${this.#o()}/route`),t=(this.state.search?.dropped??[]).map(e=>this.api.get(`sightings/${encodeURIComponent(e)}`));this.set({route:e,dropped:await Promise.all(t)})}async placeLeg(e,t){let n=this.#r().filter(t=>t!==e);n.splice(Math.max(0,t),0,e),await this.#i(n)}async doubtLeg(e){await this.label(e,this.state.search?.unsure.includes(e)?`tick`:`unsure`),await this.readRoute()}async dropLeg(e){await this.#i(this.#r().filter(t=>t!==e))}async restoreLeg(e){let t=this.state.dropped.find(t=>t.id===e)?.start_s??0,n=this.state.route?.legs.findIndex(e=>e.start_s>t)??-1,r=this.#r();r.splice(n<0?r.length:n,0,e),await this.#i(r)}async resetLegs(){await this.#i(null)}async finish(e){let t=await this.api.post(`${this.#o()}/finish`,e);return this.set({search:t.search}),t}#r(){return(this.state.route?.legs??[]).map(e=>e.sighting_id)}async#i(e){this.set({search:await this.api.put(`${this.#o()}/legs`,{legs:e})}),await this.readRoute()}async#a(e){this.set({search:await this.api.patch(this.#o(),e),newcomers:null}),await this.look()}#o(){return`searches/${encodeURIComponent(this.id)}`}};function Ce(e){let t=new Map;for(let n of e){let{camera:e}=n.sighting;t.set(e,[...t.get(e)??[],n])}return[...t]}var V=class extends A{constructor(){super(),this.playing=``,e(this,()=>[this.store]),new I(this,()=>({" ":()=>this.#s(e=>this.#o(e,`tick`)),x:()=>this.#s(e=>this.#o(e,`cross`)),p:()=>this.#s(e=>this.#a(e)),Escape:()=>this.playing=``,r:()=>void this.#d(()=>this.store.refine()),"[":()=>void this.#d(()=>this.store.shift(-1)),"]":()=>void this.#d(()=>this.store.shift(1)),ArrowRight:()=>this.#c(1),ArrowLeft:()=>this.#c(-1),ArrowDown:()=>this.#l(1),ArrowUp:()=>this.#l(-1)}))}static{this.styles=be}render(){let{search:e}=this.store.state;return d`${this.#e()} ${this.#t()}
      <div class="foot">
        <strong>${E(`search.confirmed`,e?.ticked??0)}</strong>
        <span class="grow"></span>
        <button data-act
          class="quiet"
          ?hidden=${this.store.isFinished}
          ?disabled=${this.store.state.looking||!e?.ticked}
          @click=${()=>void this.#f(()=>this.store.refine())}
        >
          ${O(`search.refine`)} <kbd>R</kbd>
        </button>
        <button class="primary" ?disabled=${!e?.ticked} @click=${()=>this.#u()}>
          ${O(`search.view`)}
        </button>
      </div>`}#e(){let{search:e,order:t}=this.store.state,n=e?(e.to_s-e.from_s)/2:0;return d`<div class="bar" ?hidden=${this.store.isFinished}>
      <div class="row">
        <button data-act class="icon" title="[" aria-label=${O(`search.earlier`)} @click=${()=>void this.#f(()=>this.store.shift(-1))}>
          <fr-icon path=${a}></fr-icon>
        </button>
        <span class="numbers window">± ${S(n)}</span>
        <button data-act class="icon" title="]" aria-label=${O(`search.later`)} @click=${()=>void this.#f(()=>this.store.shift(1))}>
          <fr-icon path=${l}></fr-icon>
        </button>
        <button data-act @click=${()=>void this.#f(()=>this.store.widen())}>
          <fr-icon path=${oe}></fr-icon>${O(`search.widen`)}
        </button>
      </div>
      <span class="grow"></span>
      <fr-segments
        label=${O(`search.order`)}
        .segments=${[`likeness`,`time`].map(e=>({value:e,label:O(`search.order.${e}`)}))}
        .value=${t}
        @chosen=${e=>void this.#f(()=>this.store.sort(e.detail))}
      ></fr-segments>
    </div>`}#t(){let{candidates:e,looking:t,newcomers:n,total:r}=this.store.state;return e.length===0&&t?d`<div class="tiles">${P(8,`tile`)}</div>`:e.length===0?this.#n():d`<div class="row wrap">
        <p class="muted" role="status">
          ${n===null?E(`search.found`,r):n===0?E(`search.nothingMore`,this.store.searched.size):E(`search.newcomers`,n)}
        </p>
        ${n===0&&!this.store.isFinished?d`<button data-act class="small" @click=${()=>void this.#f(()=>this.store.widen())}>
              ${O(`search.widen`)}
            </button>`:f}
        ${n===0?this.#r():f}
        <span class="grow"></span>
        <p class="muted small keys">${O(`search.keys`)}</p>
      </div>
      ${Ce(e).map(([e,n])=>d`<section aria-busy=${t}>
            <h2>${y(e)} <span class="muted small">${n.length}</span></h2>
            <div class="tiles">${n.map(e=>this.#i(e))}</div>
          </section>`)}`}#n(){return d`<fr-notice
      .icon=${t}
      heading=${O(`search.none.title`)}
      text=${E(`search.none.text`,this.store.searched.size)}
    >
      <button class="primary" @click=${()=>void this.#f(()=>this.store.widen())}>
        ${O(`search.widen`)}
      </button>
      ${this.#r()}
    </fr-notice>`}#r(){let{search:e}=this.store.state,t=e?.identity_id??e?.seed.identity_id;return t?d`<watch-switch .identityId=${t}></watch-switch>`:f}#i(e){return d`<candidate-tile
      .candidate=${e}
      .locked=${this.store.isFinished}
      .zone=${this.services.site.zone}
      @mark=${t=>this.#o(e,t.detail)}
      .playing=${this.playing===e.sighting.id}
      @play=${()=>this.#a(e)}
    ></candidate-tile>`}#a({sighting:e}){this.playing=this.playing===e.id?``:e.id}#o(e,t){if(this.store.isFinished)return;let n=e.label===t?null:t;this.#f(()=>this.store.label(e.sighting.id,n))}#s(e){let t=this.renderRoot.querySelector(`candidate-tile:focus-within`);t&&e(t.candidate)}#c(e){let t=[...this.tiles],n=t.findIndex(e=>e.matches(`:focus-within`));t[Math.max(0,Math.min(t.length-1,n+e))]?.focus()}#l(e){let t=[...this.tiles],n=t.find(e=>e.matches(`:focus-within`))?.getBoundingClientRect();if(n===void 0)return this.#c(1);let r=t.map(e=>({tile:e,at:e.getBoundingClientRect()})).filter(({at:t})=>(t.top-n.top)*e>1),i=Math.min(...r.map(({at:e})=>Math.abs(e.top-n.top)));r.filter(({at:e})=>Math.abs(e.top-n.top)<i+1).sort((e,t)=>Math.abs(e.at.left-n.left)-Math.abs(t.at.left-n.left))[0]?.tile.focus()}#u(){this.dispatchEvent(new CustomEvent(`step`,{detail:`result`,bubbles:!0}))}async#d(e){this.store.isFinished||await this.#f(e)}async#f(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};b([g({attribute:!1})],V.prototype,`store`,void 0),b([c()],V.prototype,`playing`,void 0),b([de(`candidate-tile`)],V.prototype,`tiles`,void 0),V=b([_(`candidates-step`)],V);function we(e,t){return[...new Set([t,...H(e,t).keys()])]}function Te(e,t,n){let r=new Map([[t,0]]),i=[t];for(let t=i.shift();t!==void 0;t=i.shift())for(let[a,o]of H(e,t)){let e=(r.get(t)??0)+o;e>n||e>=(r.get(a)??1/0)||(r.set(a,e),i.push(a))}return[...r.keys()]}function Ee(e,t,n){return(e.find(e=>e.id!==t&&e.cameras!==null)?.cameras??[]).filter(e=>n.includes(e))}function H(e,t){let n=new Map;for(let r of e){if(r.rule===`forbidden`)continue;let e=Math.max(0,r.p5_s??0),i=r.from_camera===t?r.to_camera:r.to_camera===t&&r.from_camera;i&&n.set(i,Math.min(e,n.get(i)??1/0))}return n}var U=class extends A{constructor(){super(),this.hovered=null,e(this,()=>[this.store])}static{this.styles=[m,h,o,u,v`
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
    `]}render(){let{cameras:e,plan:t}=this.store.state,n=e.map(e=>e.name),r=new Set((t?.placements??[]).map(e=>e.camera)),i=this.hovered?new Set([this.hovered]):this.store.searched;return d`<div class="two">
      <section class="card">
        <div class="presets" ?hidden=${this.store.isFinished}>${this.#e(n)}</div>
        <ul>
          ${n.map(e=>this.#t(e,r.has(e)||r.size===0))}
        </ul>
        <button class="primary next" @click=${()=>this.#r()}>${O(`search.toCandidates`)}</button>
      </section>
      <fr-plan .places=${L(t,n)} .lit=${i}></fr-plan>
    </div>`}#e(e){let{plan:t,search:n,recent:r}=this.store.state,i=n?.seed.camera??null,a=n?(n.to_s-n.from_s)/2:0,o=t?.edges??[],s=Ee(r,n?.id??``,e);return d`<button data-act @click=${()=>void this.#n(e)}>${O(`search.preset.all`)}</button>
      ${i===null||o.length===0?``:d`<button data-act @click=${()=>void this.#n(we(o,i))}>
              ${O(`search.preset.nextDoor`)}
            </button>
            <button data-act @click=${()=>void this.#n(Te(o,i,a))}>
              ${O(`search.preset.reachable`)}
            </button>`}${s.length===0?``:d`<button data-act @click=${()=>void this.#n(s)}>
              ${O(`search.preset.lastUsed`)}
            </button>`}`}#t(e,t){return d`<li
      @pointerenter=${()=>this.hovered=e}
      @pointerleave=${()=>this.hovered=null}
    >
      <label class="check"
        ><input data-act
          type="checkbox"
          .checked=${he(this.store.searched.has(e))}
          ?disabled=${this.store.isFinished}
          @focus=${()=>this.hovered=e}
          @blur=${()=>this.hovered=null}
          @change=${()=>void this.#i(()=>this.store.toggleCamera(e))}
        /><span class="cut">${y(e)}</span></label
      >
      ${t?``:d`<span class="chip">${O(`search.notDrawn`)}</span>`}
    </li>`}#n(e){return this.#i(()=>this.store.choose(e))}#r(){this.dispatchEvent(new CustomEvent(`step`,{detail:`candidates`,bubbles:!0}))}async#i(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};b([g({attribute:!1})],U.prototype,`store`,void 0),b([c()],U.prototype,`hovered`,void 0),U=b([_(`cameras-step`)],U);var De=[m,h,o,v`
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
  `],W=class extends A{constructor(...e){super(...e),this.legs=[],this.dropped=[],this.search=null,this.chosen=``,this.dragged=``,this.over=-1}static{this.styles=De}render(){return d`<ol aria-label=${O(`route.legs`)}>
        ${ge(this.legs,e=>e.sighting_id,(e,t)=>this.#e(e,t))}
      </ol>
      ${this.dropped.length?d`<h3>${O(`result.dropped`)}</h3>
            <ul>${this.dropped.map(e=>this.#t(e))}</ul>`:f}`}#e(e,t){let n=this.legs[t-1],r=e.sighting_id,a=this.search?.unsure.includes(r)??!1,o=D(e.start_s,this.zone,!0),s={camera:y(e.camera),time:o};return d`<li
      class="${r===this.chosen?`chosen`:``} ${this.over===t?`over`:``} ${a?`unsure`:``}"
      draggable="true"
      @dragstart=${()=>this.dragged=r}
      @dragend=${()=>this.#s()}
      @dragover=${e=>this.#a(e,t)}
      @drop=${e=>this.#o(e,t)}
    >
      ${n?d`<p class="gap">${T(n,e)}</p>`:f}
      <div class="one">
        <button
          class="leg"
          aria-current=${r===this.chosen}
          @click=${()=>this.#l(`choose`,r)}
        >
          <span class="number">${t+1}</span>
          <fr-picture .src=${F(e.crop_id)}></fr-picture>
          <span>
            <strong>${y(e.camera)}</strong>
            ${a?d`<span class="chip warn">${O(`answer.unsure`)}</span>`:f}
            <span class="muted small numbers"
              ><br />${o} · ${S(e.end_s-e.start_s)}</span
            >
          </span>
        </button>
        <span class="does">
          ${this.#r(r)?f:this.#i(r,a,s)}
          ${this.#n(`up`,te,O(`result.up`,s),t===0,()=>this.#c(r,t-1))}
          ${this.#n(`down`,i,O(`result.down`,s),t===this.legs.length-1,()=>this.#c(r,t+1))}
          ${this.#n(`drop`,p,O(`result.drop`,s),this.legs.length===1,()=>this.#l(`drop-leg`,r))}
        </span>
      </div>
    </li>`}#t(e){let t=D(e.start_s,this.zone,!0),n={camera:y(e.camera),time:t};return d`<li class="left-out">
      <fr-picture .src=${F(e.crop_id)}></fr-picture>
      <span class="grow muted numbers">${n.camera} · ${t}</span>
      <button data-act aria-label=${O(`result.restoreOf`,n)} @click=${()=>this.#l(`restore`,e.id)}>
        <fr-icon path=${ie}></fr-icon>${O(`result.restore`)}
      </button>
    </li>`}#n(e,t,n,r,i){return d`<button data-act
      class="quiet icon ${e}"
      ?disabled=${r}
      aria-label=${n}
      title=${n}
      @click=${i}
    >
      <fr-icon path=${t}></fr-icon>
    </button>`}#r(e){return this.search?.state===`finished`||this.search?.seed.sighting_id===e}#i(e,t,n){let r=O(t?`result.sure`:`result.unsure`,n);return d`<button
      class="quiet icon doubt"
      data-act
      aria-pressed=${t}
      aria-label=${r}
      title=${r}
      @click=${()=>this.#l(`doubt`,e)}
    >
      <fr-icon path=${se}></fr-icon>
    </button>`}#a(e,t){this.dragged!==``&&(e.preventDefault(),this.over=t)}#o(e,t){e.preventDefault();let n=this.dragged;this.#s(),n!==``&&this.legs[t]?.sighting_id!==n&&this.#c(n,t)}#s(){this.dragged=``,this.over=-1}#c(e,t){this.#l(`place`,{id:e,at:t})}#l(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};b([g({attribute:!1})],W.prototype,`legs`,void 0),b([g({attribute:!1})],W.prototype,`dropped`,void 0),b([g({attribute:!1})],W.prototype,`search`,void 0),b([g()],W.prototype,`chosen`,void 0),b([g({attribute:!1})],W.prototype,`zone`,void 0),b([c()],W.prototype,`dragged`,void 0),b([c()],W.prototype,`over`,void 0),W=b([_(`result-legs`)],W);var Oe=3,G=class extends A{#e;constructor(){super(),this.chosen=``,this.playing=!1,this.pause_s=null,this.saving=!1,this.#e=0,e(this,()=>[this.store]),new I(this,()=>({p:()=>this.#o()}))}static{this.styles=[m,h,u,M,v`
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
    `]}connectedCallback(){super.connectedCallback(),this.#p(()=>this.store.readRoute())}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#e)}render(){let{route:e,search:t}=this.store.state;return e===null?P(1,`tall`):e.legs.length===0?d`<fr-notice heading=${O(`result.none.title`)} text=${O(`result.none.text`)}></fr-notice>`:d`<div class="bar">
        <button class="primary" @click=${()=>this.#o()}>
          <fr-icon path=${j}></fr-icon>${O(`result.play`)} <kbd>P</kbd>
        </button>
        <button data-act @click=${()=>this.saving=!0} ?disabled=${t?.state===`finished`}>
          <fr-icon path=${s}></fr-icon>
          ${t?.state===`finished`?O(`result.saved`):O(`result.save`)}
        </button>
        ${t?.arranged?d`<button data-act class="quiet" @click=${()=>void this.#p(()=>this.store.resetLegs())}>
              <fr-icon path=${le}></fr-icon>${O(`result.byTime`)}
            </button>`:f}
        ${t?.identity_id?d`<watch-switch .identityId=${t.identity_id}></watch-switch>`:f}
        <span class="grow"></span>
        <export-button .request=${{search_id:t?.id}}></export-button>
      </div>
      <div class="two">
        <div>${this.#n()} ${this.#r()}</div>
        ${this.#t(e.legs)}
      </div>
      ${this.saving?this.#i():f}`}#t(e){let{search:t,dropped:n}=this.store.state;return d`<result-legs
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
    ></result-legs>`}#n(){if(!this.playing)return f;if(this.pause_s!==null){let e=this.#u();return d`<div class="pause" role="status">
        <p>${this.#d()}</p>
        <p class="muted">
          ${O(`result.next`,{camera:y(e?.camera??``),n:this.pause_s})}
        </p>
        <button @click=${()=>this.#c()}>
          <fr-icon path=${ce}></fr-icon>${O(`result.skip`)}
        </button>
      </div>`}return d`<fr-clip .sightingId=${this.chosen} @ended=${()=>this.#s()}></fr-clip>`}#r(){let{route:e,plan:t,cameras:n}=this.store.state,r=L(t,n.map(e=>e.name)),i=e?.legs??[],a=pe(t,r.floor?.id??null,i),o=fe(i,e?.gaps??[],r.at,a),{chosen:s}=this;return d`<fr-plan
      .places=${r}
      .unplaced=${o.unplaced}
      .layer=${e=>me({layout:o,chosen:s,onStop:e=>this.#a(e)},e)}
    ></fr-plan>`}#i(){let e=this.store.state.search?.seed.identity_id;return d`<fr-dialog heading=${O(`result.save`)} @closed=${()=>this.saving=!1}>
      <form id="save" class="stack" @submit=${e=>void this.#f(e)}>
        <p class="muted">${O(e?`result.saveKnown`:`result.saveNew`)}</p>
        <label class="field"
          >${O(`people.name`)}
          <input name="name" maxlength="100" autocomplete="off" autofocus />
        </label>
        <button class="primary">${O(`action.save`)}</button>
      </form>
    </fr-dialog>`}#a(e){clearInterval(this.#e),this.chosen=e,this.pause_s=null}#o(){let e=this.store.state.route?.legs[0];this.#a(this.chosen||(e?.sighting_id??``)),this.playing=!0}#s(){this.#u()!==void 0&&(this.pause_s=Oe,this.#e=window.setInterval(()=>{this.pause_s=(this.pause_s??1)-1,this.pause_s<=0&&this.#c()},1e3))}#c(){let e=this.#u();e&&this.#a(e.sighting_id)}#l(){return(this.store.state.route?.legs??[]).findIndex(e=>e.sighting_id===this.chosen)}#u(){return this.store.state.route?.legs[this.#l()+1]}#d(){let e=this.store.state.route?.legs[this.#l()],t=this.#u();return e&&t?T(e,t):``}#f(e){e.preventDefault();let t=String(new FormData(e.target).get(`name`)??``).trim();return this.saving=!1,this.#p(async()=>{let e=await this.store.finish(t?{name:t}:{}),n=E(`result.savedAs`,e.search.ticked,{name:e.identity.label});this.services.toasts.done(n,e.decision_ids)})}async#p(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};b([g({attribute:!1})],G.prototype,`store`,void 0),b([c()],G.prototype,`chosen`,void 0),b([c()],G.prototype,`playing`,void 0),b([c()],G.prototype,`pause_s`,void 0),b([c()],G.prototype,`saving`,void 0),G=b([_(`result-step`)],G);var K=class extends A{constructor(...e){super(...e),this.cropId=null}willUpdate(e){if(!e.has(`seed`))return;let t=e.get(`seed`);(t?.sighting_id!==this.seed.sighting_id||t===void 0)&&this.#e()}render(){return d`<fr-picture .src=${F(this.cropId)} alt=${O(`search.seed`)}></fr-picture>`}async#e(){let{crop_id:e,sighting_id:t,identity_id:n}=this.seed;this.cropId=e;let r=e===null?t===null?n!==null&&`identities/${encodeURIComponent(n)}`:`sightings/${encodeURIComponent(t)}`:null;if(r)try{this.cropId=(await this.services.api.get(r)).crop_id}catch{}}};b([g({attribute:!1})],K.prototype,`seed`,void 0),b([c()],K.prototype,`cropId`,void 0),K=b([_(`seed-picture`)],K);var q=class extends A{static{this.styles=[m,v`
      .seed {
        display: flex;
        gap: 20px;
        align-items: center;
      }
      seed-picture {
        width: 92px;
        flex: none;
      }
    `]}render(){let{seed:e}=this.search;return d`<div class="seed">
      <seed-picture .seed=${e}></seed-picture>
      <div>
        <h1>${O(`search.title`)}</h1>
        <p class="muted">${this.#t()}</p>
        <p class="muted numbers">${this.#n()}</p>
        ${this.search.identity_id===null?f:this.#e(this.search.identity_id)}
      </div>
    </div>`}#e(e){return d`<p>
      <a href="#/people/${encodeURIComponent(e)}">${O(`search.savedAs`)}</a>
    </p>`}#t(){let{camera:e,time_s:t,kind:n}=this.search.seed;if(e===null||t===null)return O(`search.kind.${n}`);let r=D(t,this.services.site.zone,!0);return O(`search.from`,{camera:y(e),time:r})}#n(){let{site:e}=this.services,{from_s:t,to_s:n}=this.search,r={today:O(`day.today`),yesterday:O(`day.yesterday`)},i=k(w(t,e.zone),e.now_s(),e.zone,`en`,r),a=D(t,e.zone,!0);return O(`search.window`,{day:i,from:a,to:D(n,e.zone,!0)})}};b([g({attribute:!1})],q.prototype,`search`,void 0),q=b([_(`seed-view`)],q);var J=[`cameras`,`candidates`,`result`],Y=class extends A{#e;constructor(){super(),this.searchId=``,this.store=null,this.#e=[],e(this,()=>[this.services.router])}static{this.styles=[m,h,M,v`
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
    `]}willUpdate(e){if(!e.has(`searchId`))return;this.#a();let t=new Se(this.services.api,this.searchId),{live:n}=this.services;this.#e=[t.subscribe(()=>this.requestUpdate()),n.onState(e=>e&&void t.load())],this.store=t,t.load()}disconnectedCallback(){super.disconnectedCallback(),this.#a()}render(){let{store:e}=this;return e===null?d``:d`<a class="button quiet back" href="#/search">
        <fr-icon path=${n}></fr-icon>${O(`search.all`)}
      </a>
      ${this.#t(e)}`}#t(e){let{phase:t,search:n,error:r}=e.state;if(t===`loading`)return P(1,`tall`);if(n===null)return d`<fr-notice .error=${r} @again=${()=>void e.load()}></fr-notice>`;let i=this.#r();return d`<seed-view .search=${n}></seed-view>
      <fr-tabs
        .tabs=${J.map(e=>({name:e,label:O(`search.step.${e}`)}))}
        .current=${i}
        @chosen=${e=>this.#i(e.detail)}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${O(`search.step.${i}`)} @step=${e=>this.#i(e.detail)}>
        ${this.#n(i,e)}
      </div>`}#n(e,t){return e===`cameras`?d`<cameras-step .store=${t}></cameras-step>`:e===`result`?d`<result-step .store=${t}></result-step>`:d`<candidates-step .store=${t}></candidates-step>`}#r(){let e=this.services.router.state.place.params.get(`step`);return J.find(t=>t===e)??`candidates`}#i(e){this.services.router.refine({step:e===`candidates`?null:e})}#a(){for(let e of this.#e)e();this.#e=[]}};b([g()],Y.prototype,`searchId`,void 0),b([c()],Y.prototype,`store`,void 0),Y=b([_(`search-session`)],Y);var X=class extends A{constructor(...e){super(...e),this.ratio=16/9}static{this.styles=[m,v`
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
    `]}render(){let{camera:e,time_s:t,people:n}=this.frame;return d`<div class="frame" ${N({"--picture-ratio":String(this.ratio)})}>
      <fr-picture
        .src=${`cameras/${encodeURIComponent(e)}/frame.jpg?time_s=${t}`}
        alt=${y(e)}
        @shown=${e=>this.ratio=e.detail}
      ></fr-picture>
      ${n.map(e=>this.#e(e))}
    </div>`}#e(e){let{x_min:t,y_min:n,x_max:r,y_max:i}=e.box,a=e.label??O(`search.somebody`);return d`<button data-act
      class=${t>.6?`right`:``}
      aria-label=${O(`search.searchFor`,{name:a})}
      ${N({"--x":Z(t),"--y":Z(n),"--w":Z(r-t),"--h":Z(i-n)})}
      @click=${()=>this.dispatchEvent(new CustomEvent(`picked`,{detail:e.sighting_id}))}
    >
      <span>${a}</span>
    </button>`}};b([g({attribute:!1})],X.prototype,`frame`,void 0),b([c()],X.prototype,`ratio`,void 0),X=b([_(`frame-people`)],X);function Z(e){return`${100*e}%`}var ke=[m,h,u,M,v`
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
  `],Ae=86400,je=class extends C{constructor(e){super({phase:`loading`,error:null,searches:[],cameras:[],camera:``,frame:null}),this.api=e}async load(){try{let[e,t]=await Promise.all([this.api.get(`searches`,{limit:20}),this.api.get(`cameras`)]);this.set({phase:`ready`,error:null,searches:e.items,cameras:t.items});let n=[...t.items].sort((e,t)=>t.last_seen_s-e.last_seen_s)[0];n&&this.state.camera===``&&await this.showCamera(n.name)}catch(e){this.set({phase:`error`,error:x(e)})}}async showCamera(e){let t=this.state.cameras.find(t=>t.name===e);t!==void 0&&(this.set({camera:e}),await this.#e(t.last_seen_s+1,`previous`))}async step(e){let{frame:t}=this.state;t&&await this.#e(t.time_s,e)}begin(e){return this.api.post(`searches`,{sighting_id:e})}beginWithEvent(e){return this.api.post(`searches`,{event_id:Me(e)})}beginWithPhoto(e,t){let n={from_s:t-Ae,to_s:t};return this.api.upload(`POST`,`searches/photo`,e,n)}async remove(e){await this.api.delete(`searches/${encodeURIComponent(e)}`),this.set({searches:this.state.searches.filter(t=>t.id!==e)})}async#e(e,t){let{camera:n}=this.state;try{let r=await this.api.get(`frames/people`,{camera:n,time_s:e,direction:t});this.state.camera===n&&this.set({frame:r})}catch(e){if(!x(e).isNotFound)throw e}}};function Me(e){return/\d{9,11}\.\d+-[a-z0-9]{4,8}/.exec(e)?.[0]??e.trim()}var Q=class extends A{#e=null;constructor(){super(),e(this,()=>[this.store]),new I(this,()=>({ArrowLeft:()=>void this.#c(()=>this.store.step(`previous`)),ArrowRight:()=>void this.#c(()=>this.store.step(`next`))}))}static{this.styles=ke}get store(){return this.#e??=new je(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}render(){let{phase:e,error:t}=this.store.state;return d`<div>
        <h1>${O(`search.startTitle`)}</h1>
        <p class="muted">${O(`search.startText`)}</p>
      </div>
      ${e===`loading`?P(1,`tall`):f}
      ${e===`error`?d`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:f}
      ${e===`ready`?d`<div class="two">${this.#t()} ${this.#n()}</div>`:f}`}#t(){let{cameras:e,camera:t,frame:n}=this.store.state;return d`<section class="card">
      <div class="row wrap">
        <h2 class="grow">${O(`search.fromFrame`)}</h2>
        <select
          aria-label=${O(`people.camera`)}
          @change=${e=>void this.#c(()=>this.store.showCamera(e.target.value))}
        >
          ${e.map(({name:e})=>d`<option value=${e} ?selected=${e===t}>${y(e)}</option>`)}
        </select>
      </div>
      ${n?d`<frame-people
              .frame=${n}
              @picked=${e=>void this.#s(()=>this.store.begin(e.detail))}
            ></frame-people>
            <div class="row steps">
              <button @click=${()=>void this.#c(()=>this.store.step(`previous`))}>
                <fr-icon path=${a}></fr-icon>${O(`search.previousPerson`)}
              </button>
              <span class="grow numbers muted">${this.#i(n.time_s)}</span>
              <button @click=${()=>void this.#c(()=>this.store.step(`next`))}>
                ${O(`search.nextPerson`)}<fr-icon path=${l}></fr-icon>
              </button>
            </div>`:d`<fr-notice .icon=${ne} heading=${O(`search.noFrame`)} text=${O(`people.empty.text`)}></fr-notice>`}
    </section>`}#n(){let{searches:e}=this.store.state;return d`<div class="stack">
      <section class="card">
        <h2>${O(`search.fromEvent`)}</h2>
        <form class="row" @submit=${e=>void this.#a(e)}>
          <input
            name="event"
            required
            class="grow"
            placeholder=${O(`search.eventHint`)}
            aria-label=${O(`search.eventHint`)}
          />
          <button class="primary">${O(`search.go`)}</button>
        </form>
      </section>
      <section class="card">
        <h2>${O(`search.fromPhoto`)}</h2>
        <p class="muted small">${O(`search.photoWhy`)}</p>
        <button data-act @click=${()=>this.chooser.click()}>
          <fr-icon path=${re}></fr-icon>${O(`search.choosePhoto`)}
        </button>
        <input
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp"
          @change=${()=>void this.#o()}
        />
      </section>
      ${e.length?d`<section class="card">
            <h2>${O(`search.recent`)}</h2>
            <ul>${e.map(e=>this.#r(e))}</ul>
          </section>`:f}
    </div>`}#r(e){return d`<li>
      <a href="#/search/${encodeURIComponent(e.id)}">
        <seed-picture .seed=${e.seed}></seed-picture>
        <span class="grow">
          <strong>${this.#i(e.seed.time_s??e.created_s)}</strong>
          <span class="muted small"
            ><br />${e.seed.camera?`${y(e.seed.camera)} · `:f}${E(`search.confirmed`,e.ticked)}</span
          >
        </span>
      </a>
      <button data-act class="quiet icon" aria-label=${O(`search.remove`)} @click=${()=>void this.#c(()=>this.store.remove(e.id))}>
        <fr-icon path=${p}></fr-icon>
      </button>
    </li>`}#i(e){let{site:t}=this.services,n={today:O(`day.today`),yesterday:O(`day.yesterday`)};return`${k(w(e,t.zone),t.now_s(),t.zone,`en`,n)}, ${D(e,t.zone,!0)}`}#a(e){e.preventDefault();let t=String(new FormData(e.target).get(`event`)??``);return this.#s(()=>this.store.beginWithEvent(t))}async#o(){let[e]=this.chooser.files??[];this.chooser.value=``,e&&await this.#s(()=>this.store.beginWithPhoto(e,this.services.site.now_s()))}#s(e){return this.#c(async()=>this.services.router.go([`search`,(await e()).id]))}async#c(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};b([ue(`input[type=file]`)],Q.prototype,`chooser`,void 0),Q=b([_(`search-start`)],Q);var $=class extends A{#e=``;static{this.styles=[m,v`
      :host {
        display: block;
        min-width: 0;
      }
    `]}willUpdate(){let{path:e,params:t}=this.place,n=t.toString();e[1]===`new`&&n!==``&&n!==this.#e&&(this.#e=n,this.#t(t))}render(){let e=this.place.path[1];return e===void 0?d`<search-start></search-start>`:e===`new`?d`<p role="status">${O(`search.beginning`)}</p>`:d`<search-session .searchId=${e}></search-session>`}async#t(e){let{api:t,router:n,toasts:r}=this.services,i=Object.fromEntries([`identity`,`sighting`,`event`,`crop`].filter(t=>e.has(t)).map(t=>[`${t}_id`,e.get(t)]));try{let e=await t.post(`searches`,i);location.replace(`#/search/${encodeURIComponent(e.id)}`)}catch(e){r.failed(x(e)),n.go([`search`])}}};b([g({attribute:!1})],$.prototype,`place`,void 0),$=b([_(`search-page`)],$);export{$ as SearchPage};