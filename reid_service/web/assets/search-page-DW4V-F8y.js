import{t as e}from"./query-Df4-SAIv.js";import{t}from"./query-all-BOF-gqtH.js";import{A as n,Ct as r,D as i,Dt as a,Et as o,Ft as s,O as c,Pt as l,St as u,Tt as d,U as ee,V as te,a as f,b as ne,bt as p,c as re,dt as m,et as h,ft as g,i as _,it as ie,jt as v,k as y,kt as b,lt as x,m as S,o as C,p as w,r as T,rt as ae,s as oe,u as E,ut as D,vt as O,w as k,wt as A,y as se}from"./index-XtaqyY8s.js";import{i as j,n as M,r as N,t as P}from"./fr-picture-D7V61Esp.js";import"./fr-tabs-DWHtbVs5.js";import{t as F}from"./keys-BtAWeeJP.js";import"./fr-clip-Bosd1TbE.js";import"./fr-dialog-DZpCG4_2.js";import"./fr-segments-CA1otXeJ.js";import{t as I}from"./places-BnEeg5QM.js";import{t as ce}from"./live-C9UdWDPk.js";import"./fr-plan-Cu5yhADG.js";import{n as le,t as ue}from"./export-button-CSITkV97.js";var de={likely:`good`,unsure:`warn`,weak:``},L=class extends o{constructor(...e){super(...e),this.locked=!1}static{this.styles=[x,D,m,v`
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
    `]}focus(){this.picture.focus()}render(){let{sighting:e,band:t,label:n,offset_s:r,is_new:i}=this.candidate,o=T(e.camera),s=f(e.start_s,this.zone,!0);return b`<article class=${n??``}>
      <button class="picture" aria-label=${`${o}, ${s}`} @click=${()=>this.#t(`tick`)}>
        <fr-picture .src=${P(e.crop_id)}></fr-picture>
      </button>
      ${i?b`<span class="chip accent new">${p(`search.new`)}</span>`:a}
      <div class="words">
        <p class="row">
          <strong class="numbers grow">${r===null?s:re(r)}</strong>
          <span class="chip ${de[t]}">${p(`band.${t}`)}</span>
        </p>
        <p class="muted small numbers cut">
          ${s}${e.identity_label?` · ${e.identity_label}`:a}
        </p>
      </div>
      <div class="marks">
        ${this.#e(`tick`,k,p(`search.tick`))}
        ${this.#e(`cross`,y,p(`search.cross`))}
        <button class="quiet icon" aria-label=${p(`leg.clip`)} @click=${()=>this.#n(`play`)}>
          <fr-icon path=${h}></fr-icon>
        </button>
      </div>
    </article>`}#e(e,t,n){return b`<button
      class=${e}
      aria-pressed=${this.candidate.label===e}
      ?disabled=${this.locked}
      aria-label=${n}
      title=${n}
      @click=${()=>this.#t(e)}
    >
      <fr-icon path=${t}></fr-icon>
    </button>`}#t(e){this.#n(`mark`,e)}#n(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};S([A({attribute:!1})],L.prototype,`candidate`,void 0),S([A({attribute:!1})],L.prototype,`zone`,void 0),S([A({type:Boolean})],L.prototype,`locked`,void 0),S([e(`.picture`)],L.prototype,`picture`,void 0),L=S([d(`candidate-tile`)],L);var R=[x,D,j,v`
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
  `],z=100,B=class extends l{#e=0;constructor(e,t){super({phase:`loading`,error:null,search:null,cameras:[],plan:null,candidates:[],total:0,order:`likeness`,looking:!1,newcomers:null,route:null}),this.api=e,this.id=t}async load(){try{let[e,t]=await Promise.all([this.api.get(this.#n()),this.api.get(`cameras`)]);this.set({phase:`ready`,error:null,search:e,cameras:t.items}),await this.look()}catch(e){this.set({phase:`error`,error:s(e)});return}try{this.set({plan:await this.api.get(`plan`)})}catch{}}async look(){let e=++this.#e;this.set({looking:!0});try{let{order:t}=this.state,n=`${this.#n()}/candidates`,r=await this.api.get(n,{order:t,limit:z});e===this.#e&&this.set({candidates:r.items,total:r.total})}finally{e===this.#e&&this.set({looking:!1})}}async sort(e){this.set({order:e}),await this.look()}get isFinished(){return this.state.search?.state===`finished`}get searched(){let{search:e,cameras:t}=this.state;return new Set(e?.cameras??t.map(e=>e.name))}async choose(e){let t=this.state.cameras.every(t=>e.includes(t.name));await this.#t({cameras:t?null:e})}async toggleCamera(e){let t=new Set(this.searched);t.delete(e)||t.add(e),t.size>0&&await this.choose([...t])}async shift(e){let{search:t}=this.state;if(t===null)return;let n=e*(t.to_s-t.from_s);await this.#t({from_s:t.from_s+n,to_s:t.to_s+n})}async widen(){let{search:e}=this.state;if(e===null)return;let t=(e.to_s-e.from_s)/2;await this.#t({from_s:e.from_s-t,to_s:e.to_s+t})}async label(e,t){let n=this.state.candidates;this.set({candidates:n.map(n=>n.sighting.id===e?{...n,label:t}:n)});let r={ticks:t===`tick`?[e]:[],crosses:t===`cross`?[e]:[],clear:t===null?[e]:[]};try{this.set({search:await this.api.post(`${this.#n()}/labels`,r)})}catch(e){throw this.set({candidates:n}),e}}async refine(){this.set({looking:!0});try{let e=await this.api.post(`${this.#n()}/refine`);this.set({candidates:e.items,total:e.total,newcomers:e.newcomers,order:`likeness`})}finally{this.set({looking:!1})}}async readRoute(){this.set({route:await this.api.get(`${this.#n()}/route`)})}async finish(e){let t=await this.api.post(`${this.#n()}/finish`,e);return this.set({search:t.search}),t}async#t(e){this.set({search:await this.api.patch(this.#n(),e),newcomers:null}),await this.look()}#n(){return`searches/${encodeURIComponent(this.id)}`}};function V(e){let t=new Map;for(let n of e){let{camera:e}=n.sighting;t.set(e,[...t.get(e)??[],n])}return[...t]}var H=class extends w{constructor(){super(),this.clip=``,O(this,()=>[this.store]),new F(this,()=>({" ":()=>this.#a(e=>this.#i(e,`tick`)),x:()=>this.#a(e=>this.#i(e,`cross`)),p:()=>this.#a(e=>this.clip=e.sighting.id),r:()=>void this.#c(()=>this.store.refine()),"[":()=>void this.#c(()=>this.store.shift(-1)),"]":()=>void this.#c(()=>this.store.shift(1)),ArrowRight:()=>this.#o(1),ArrowLeft:()=>this.#o(-1)}))}static{this.styles=R}render(){let{search:e}=this.store.state;return b`${this.#e()} ${this.#t()}
      <div class="foot">
        <strong>${u(`search.confirmed`,e?.ticked??0)}</strong>
        <span class="grow"></span>
        <button
          class="quiet"
          ?hidden=${this.store.isFinished}
          ?disabled=${this.store.state.looking||!e?.ticked}
          @click=${()=>void this.#l(()=>this.store.refine())}
        >
          ${p(`search.refine`)} <kbd>R</kbd>
        </button>
        <button class="primary" ?disabled=${!e?.ticked} @click=${()=>this.#s()}>
          ${p(`search.view`)}
        </button>
      </div>
      ${this.clip?b`<fr-dialog wide heading=${p(`leg.clip`)} @closed=${()=>this.clip=``}>
            <fr-clip .sightingId=${this.clip}></fr-clip>
          </fr-dialog>`:a}`}#e(){let{search:e,order:t}=this.store.state,n=e?(e.to_s-e.from_s)/2:0;return b`<div class="bar" ?hidden=${this.store.isFinished}>
      <div class="row">
        <button class="icon" aria-label=${p(`search.earlier`)} @click=${()=>void this.#l(()=>this.store.shift(-1))}>
          <fr-icon path=${i}></fr-icon>
        </button>
        <span class="numbers window">± ${oe(n)}</span>
        <button class="icon" aria-label=${p(`search.later`)} @click=${()=>void this.#l(()=>this.store.shift(1))}>
          <fr-icon path=${c}></fr-icon>
        </button>
        <button @click=${()=>void this.#l(()=>this.store.widen())}>
          <fr-icon path=${ee}></fr-icon>${p(`search.widen`)}
        </button>
      </div>
      <span class="grow"></span>
      <fr-segments
        label=${p(`search.order`)}
        .segments=${[`likeness`,`time`].map(e=>({value:e,label:p(`search.order.${e}`)}))}
        .value=${t}
        @chosen=${e=>void this.#l(()=>this.store.sort(e.detail))}
      ></fr-segments>
    </div>`}#t(){let{candidates:e,looking:t,newcomers:n,total:r}=this.store.state;return e.length===0&&t?b`<div class="tiles">${N(8,`tile`)}</div>`:e.length===0?this.#n():b`<p class="muted" role="status">
        ${n===null?u(`search.found`,r):n===0?u(`search.nothingMore`,this.store.searched.size):u(`search.newcomers`,n)}
      </p>
      ${V(e).map(([e,n])=>b`<section aria-busy=${t}>
            <h2>${T(e)} <span class="muted small">${n.length}</span></h2>
            <div class="tiles">${n.map(e=>this.#r(e))}</div>
          </section>`)}`}#n(){return b`<fr-notice
      .icon=${ae}
      heading=${p(`search.none.title`)}
      text=${u(`search.none.text`,this.store.searched.size)}
    >
      <button class="primary" @click=${()=>void this.#l(()=>this.store.widen())}>
        ${p(`search.widen`)}
      </button>
    </fr-notice>`}#r(e){return b`<candidate-tile
      .candidate=${e}
      .locked=${this.store.isFinished}
      .zone=${this.services.site.zone}
      @mark=${t=>this.#i(e,t.detail)}
      @play=${()=>this.clip=e.sighting.id}
    ></candidate-tile>`}#i(e,t){if(this.store.isFinished)return;let n=e.label===t?null:t;this.#l(()=>this.store.label(e.sighting.id,n))}#a(e){let t=this.renderRoot.querySelector(`candidate-tile:focus-within`);t&&e(t.candidate)}#o(e){let t=[...this.tiles],n=t.findIndex(e=>e.matches(`:focus-within`));t[Math.max(0,Math.min(t.length-1,n+e))]?.focus()}#s(){this.dispatchEvent(new CustomEvent(`step`,{detail:`result`,bubbles:!0}))}async#c(e){this.store.isFinished||await this.#l(e)}async#l(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};S([A({attribute:!1})],H.prototype,`store`,void 0),S([r()],H.prototype,`clip`,void 0),S([t(`candidate-tile`)],H.prototype,`tiles`,void 0),H=S([d(`candidates-step`)],H);function fe(e,t){return[...new Set([t,...U(e,t).keys()])]}function pe(e,t,n){let r=new Map([[t,0]]),i=[t];for(let t=i.shift();t!==void 0;t=i.shift())for(let[a,o]of U(e,t)){let e=(r.get(t)??0)+o;e>n||e>=(r.get(a)??1/0)||(r.set(a,e),i.push(a))}return[...r.keys()]}function U(e,t){let n=new Map;for(let r of e){if(r.rule===`forbidden`)continue;let e=Math.max(0,r.p5_s??0),i=r.from_camera===t?r.to_camera:r.to_camera===t&&r.from_camera;i&&n.set(i,Math.min(e,n.get(i)??1/0))}return n}var W=class extends w{constructor(){super(),this.hovered=null,O(this,()=>[this.store])}static{this.styles=[x,D,m,g,v`
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
    `]}render(){let{cameras:e,plan:t}=this.store.state,n=e.map(e=>e.name),r=new Set((t?.placements??[]).map(e=>e.camera)),i=this.hovered?new Set([this.hovered]):this.store.searched;return b`<div class="two">
      <section class="card">
        <div class="presets" ?hidden=${this.store.isFinished}>${this.#e(n)}</div>
        <ul>
          ${n.map(e=>this.#t(e,r.has(e)||r.size===0))}
        </ul>
        <button class="primary next" @click=${()=>this.#r()}>${p(`search.toCandidates`)}</button>
      </section>
      <fr-plan .places=${I(t,n)} .lit=${i}></fr-plan>
    </div>`}#e(e){let{plan:t,search:n}=this.store.state,r=n?.seed.camera??null,i=n?(n.to_s-n.from_s)/2:0,a=t?.edges??[];return b`<button @click=${()=>void this.#n(e)}>${p(`search.preset.all`)}</button>
      ${r===null||a.length===0?``:b`<button @click=${()=>void this.#n(fe(a,r))}>
              ${p(`search.preset.nextDoor`)}
            </button>
            <button @click=${()=>void this.#n(pe(a,r,i))}>
              ${p(`search.preset.reachable`)}
            </button>`}`}#t(e,t){return b`<li
      @pointerenter=${()=>this.hovered=e}
      @pointerleave=${()=>this.hovered=null}
    >
      <label class="check"
        ><input
          type="checkbox"
          .checked=${ce(this.store.searched.has(e))}
          ?disabled=${this.store.isFinished}
          @focus=${()=>this.hovered=e}
          @blur=${()=>this.hovered=null}
          @change=${()=>void this.#i(()=>this.store.toggleCamera(e))}
        /><span class="cut">${T(e)}</span></label
      >
      ${t?``:b`<span class="chip">${p(`search.notDrawn`)}</span>`}
    </li>`}#n(e){return this.#i(()=>this.store.choose(e))}#r(){this.dispatchEvent(new CustomEvent(`step`,{detail:`candidates`,bubbles:!0}))}async#i(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};S([A({attribute:!1})],W.prototype,`store`,void 0),S([r()],W.prototype,`hovered`,void 0),W=S([d(`cameras-step`)],W);var me=3,G=class extends w{#e;constructor(){super(),this.chosen=``,this.playing=!1,this.pause_s=null,this.saving=!1,this.#e=0,O(this,()=>[this.store])}static{this.styles=[x,D,g,j,v`
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
    `]}connectedCallback(){super.connectedCallback(),this.#f(()=>this.store.readRoute())}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#e)}render(){let{route:e,search:t}=this.store.state;return e===null?N(1,`tall`):e.legs.length===0?b`<fr-notice heading=${p(`result.none.title`)} text=${p(`result.none.text`)}></fr-notice>`:b`<div class="bar">
        <button class="primary" @click=${()=>this.#a()}>
          <fr-icon path=${h}></fr-icon>${p(`result.play`)}
        </button>
        <button @click=${()=>this.saving=!0} ?disabled=${t?.state===`finished`}>
          <fr-icon path=${n}></fr-icon>
          ${t?.state===`finished`?p(`result.saved`):p(`result.save`)}
        </button>
        <export-button .request=${{search_id:t?.id}}></export-button>
      </div>
      <div class="two">
        <div>${this.#t()} ${this.#n()}</div>
        <leg-list
          confirmed
          .legs=${e.legs}
          .gaps=${e.gaps}
          .chosen=${this.chosen}
          .zone=${this.services.site.zone}
          @choose=${e=>this.#i(e.detail)}
        ></leg-list>
      </div>
      ${this.saving?this.#r():a}`}#t(){if(!this.playing)return a;if(this.pause_s!==null){let e=this.#l();return b`<div class="pause" role="status">
        <p>${this.#u()}</p>
        <p class="muted">
          ${p(`result.next`,{camera:T(e?.camera??``),n:this.pause_s})}
        </p>
        <button @click=${()=>this.#s()}>
          <fr-icon path=${ie}></fr-icon>${p(`result.skip`)}
        </button>
      </div>`}return b`<fr-clip .sightingId=${this.chosen} @ended=${()=>this.#o()}></fr-clip>`}#n(){let{route:e,plan:t,cameras:n}=this.store.state,r=I(t,n.map(e=>e.name)),i=le(e?.legs??[],e?.gaps??[],r.at),{chosen:a}=this;return b`<fr-plan
      .places=${r}
      .unplaced=${i.unplaced}
      .layer=${e=>ue({layout:i,chosen:a,onStop:e=>this.#i(e)},e)}
    ></fr-plan>`}#r(){let e=this.store.state.search?.seed.identity_id;return b`<fr-dialog heading=${p(`result.save`)} @closed=${()=>this.saving=!1}>
      <form id="save" class="stack" @submit=${e=>void this.#d(e)}>
        <p class="muted">${p(e?`result.saveKnown`:`result.saveNew`)}</p>
        <label class="field"
          >${p(`people.name`)}
          <input name="name" maxlength="100" autocomplete="off" autofocus />
        </label>
        <button class="primary">${p(`action.save`)}</button>
      </form>
    </fr-dialog>`}#i(e){clearInterval(this.#e),this.chosen=e,this.pause_s=null}#a(){let e=this.store.state.route?.legs[0];this.#i(this.chosen||(e?.sighting_id??``)),this.playing=!0}#o(){this.#l()!==void 0&&(this.pause_s=me,this.#e=window.setInterval(()=>{this.pause_s=(this.pause_s??1)-1,this.pause_s<=0&&this.#s()},1e3))}#s(){let e=this.#l();e&&this.#i(e.sighting_id)}#c(){return(this.store.state.route?.legs??[]).findIndex(e=>e.sighting_id===this.chosen)}#l(){return this.store.state.route?.legs[this.#c()+1]}#u(){return _(this.store.state.route?.gaps[this.#c()]?.seconds??0)}#d(e){e.preventDefault();let t=String(new FormData(e.target).get(`name`)??``).trim();return this.saving=!1,this.#f(async()=>{let e=await this.store.finish(t?{name:t}:{}),n=u(`result.savedAs`,e.search.ticked,{name:e.identity.label});this.services.toasts.done(n,e.decision_ids)})}async#f(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};S([A({attribute:!1})],G.prototype,`store`,void 0),S([r()],G.prototype,`chosen`,void 0),S([r()],G.prototype,`playing`,void 0),S([r()],G.prototype,`pause_s`,void 0),S([r()],G.prototype,`saving`,void 0),G=S([d(`result-step`)],G);var K=class extends w{constructor(...e){super(...e),this.cropId=null}willUpdate(e){if(!e.has(`seed`))return;let t=e.get(`seed`);(t?.sighting_id!==this.seed.sighting_id||t===void 0)&&this.#e()}render(){return b`<fr-picture .src=${P(this.cropId)} alt=${p(`search.seed`)}></fr-picture>`}async#e(){let{crop_id:e,sighting_id:t,identity_id:n}=this.seed;this.cropId=e;let r=e===null?t===null?n!==null&&`identities/${encodeURIComponent(n)}`:`sightings/${encodeURIComponent(t)}`:null;if(r)try{this.cropId=(await this.services.api.get(r)).crop_id}catch{}}};S([A({attribute:!1})],K.prototype,`seed`,void 0),S([r()],K.prototype,`cropId`,void 0),K=S([d(`seed-picture`)],K);var q=class extends w{static{this.styles=[x,v`
      .seed {
        display: flex;
        gap: 20px;
        align-items: center;
      }
      seed-picture {
        width: 92px;
        flex: none;
      }
    `]}render(){let{seed:e}=this.search;return b`<div class="seed">
      <seed-picture .seed=${e}></seed-picture>
      <div>
        <h1>${p(`search.title`)}</h1>
        <p class="muted">${this.#t()}</p>
        <p class="muted numbers">${this.#n()}</p>
        ${this.search.identity_id===null?a:this.#e(this.search.identity_id)}
      </div>
    </div>`}#e(e){return b`<p>
      <a href="#/people/${encodeURIComponent(e)}">${p(`search.savedAs`)}</a>
    </p>`}#t(){let{camera:e,time_s:t,kind:n}=this.search.seed;if(e===null||t===null)return p(`search.kind.${n}`);let r=f(t,this.services.site.zone,!0);return p(`search.from`,{camera:T(e),time:r})}#n(){let{site:e}=this.services,{from_s:t,to_s:n}=this.search,r={today:p(`day.today`),yesterday:p(`day.yesterday`)},i=C(E(t,e.zone),e.now_s(),e.zone,`en`,r),a=f(t,e.zone,!0);return p(`search.window`,{day:i,from:a,to:f(n,e.zone,!0)})}};S([A({attribute:!1})],q.prototype,`search`,void 0),q=S([d(`seed-view`)],q);var J=[`cameras`,`candidates`,`result`],Y=class extends w{#e;constructor(){super(),this.searchId=``,this.store=null,this.#e=[],O(this,()=>[this.services.router])}static{this.styles=[x,D,j,v`
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
    `]}willUpdate(e){if(!e.has(`searchId`))return;this.#a();let t=new B(this.services.api,this.searchId),{live:n}=this.services;this.#e=[t.subscribe(()=>this.requestUpdate()),n.onState(e=>e&&void t.load())],this.store=t,t.load()}disconnectedCallback(){super.disconnectedCallback(),this.#a()}render(){let{store:e}=this;return e===null?b``:b`<a class="button quiet back" href="#/search">
        <fr-icon path=${ne}></fr-icon>${p(`search.all`)}
      </a>
      ${this.#t(e)}`}#t(e){let{phase:t,search:n,error:r}=e.state;if(t===`loading`)return N(1,`tall`);if(n===null)return b`<fr-notice .error=${r} @again=${()=>void e.load()}></fr-notice>`;let i=this.#r();return b`<seed-view .search=${n}></seed-view>
      <fr-tabs
        .tabs=${J.map(e=>({name:e,label:p(`search.step.${e}`)}))}
        .current=${i}
        @chosen=${e=>this.#i(e.detail)}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${p(`search.step.${i}`)} @step=${e=>this.#i(e.detail)}>
        ${this.#n(i,e)}
      </div>`}#n(e,t){return e===`cameras`?b`<cameras-step .store=${t}></cameras-step>`:e===`result`?b`<result-step .store=${t}></result-step>`:b`<candidates-step .store=${t}></candidates-step>`}#r(){let e=this.services.router.state.place.params.get(`step`);return J.find(t=>t===e)??`candidates`}#i(e){this.services.router.refine({step:e===`candidates`?null:e})}#a(){for(let e of this.#e)e();this.#e=[]}};S([A()],Y.prototype,`searchId`,void 0),S([r()],Y.prototype,`store`,void 0),Y=S([d(`search-session`)],Y);var X=class extends o{constructor(...e){super(...e),this.ratio=16/9}static{this.styles=[x,v`
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
    `]}render(){let{camera:e,time_s:t,people:n}=this.frame;return b`<div class="frame" ${M({"--picture-ratio":String(this.ratio)})}>
      <fr-picture
        .src=${`cameras/${encodeURIComponent(e)}/frame.jpg?time_s=${t}`}
        alt=${T(e)}
        @shown=${e=>this.ratio=e.detail}
      ></fr-picture>
      ${n.map(e=>this.#e(e))}
    </div>`}#e(e){let{x_min:t,y_min:n,x_max:r,y_max:i}=e.box,a=e.label??p(`search.somebody`);return b`<button
      class=${t>.6?`right`:``}
      aria-label=${p(`search.searchFor`,{name:a})}
      ${M({"--x":Z(t),"--y":Z(n),"--w":Z(r-t),"--h":Z(i-n)})}
      @click=${()=>this.dispatchEvent(new CustomEvent(`picked`,{detail:e.sighting_id}))}
    >
      <span>${a}</span>
    </button>`}};S([A({attribute:!1})],X.prototype,`frame`,void 0),S([r()],X.prototype,`ratio`,void 0),X=S([d(`frame-people`)],X);function Z(e){return`${100*e}%`}var he=[x,D,g,j,v`
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
  `],ge=86400,_e=class extends l{constructor(e){super({phase:`loading`,error:null,searches:[],cameras:[],camera:``,frame:null}),this.api=e}async load(){try{let[e,t]=await Promise.all([this.api.get(`searches`,{limit:20}),this.api.get(`cameras`)]);this.set({phase:`ready`,error:null,searches:e.items,cameras:t.items});let n=[...t.items].sort((e,t)=>t.last_seen_s-e.last_seen_s)[0];n&&this.state.camera===``&&await this.showCamera(n.name)}catch(e){this.set({phase:`error`,error:s(e)})}}async showCamera(e){let t=this.state.cameras.find(t=>t.name===e);t!==void 0&&(this.set({camera:e}),await this.#e(t.last_seen_s+1,`previous`))}async step(e){let{frame:t}=this.state;t&&await this.#e(t.time_s,e)}begin(e){return this.api.post(`searches`,{sighting_id:e})}beginWithEvent(e){return this.api.post(`searches`,{event_id:ve(e)})}beginWithPhoto(e,t){let n={from_s:t-ge,to_s:t};return this.api.upload(`POST`,`searches/photo`,e,n)}async remove(e){await this.api.delete(`searches/${encodeURIComponent(e)}`),this.set({searches:this.state.searches.filter(t=>t.id!==e)})}async#e(e,t){let{camera:n}=this.state;try{let r=await this.api.get(`frames/people`,{camera:n,time_s:e,direction:t});this.state.camera===n&&this.set({frame:r})}catch(e){if(!s(e).isNotFound)throw e}}};function ve(e){return/\d{9,11}\.\d+-[a-z0-9]{4,8}/.exec(e)?.[0]??e.trim()}var Q=class extends w{#e=null;constructor(){super(),O(this,()=>[this.store]),new F(this,()=>({ArrowLeft:()=>void this.#c(()=>this.store.step(`previous`)),ArrowRight:()=>void this.#c(()=>this.store.step(`next`))}))}static{this.styles=he}get store(){return this.#e??=new _e(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}render(){let{phase:e,error:t}=this.store.state;return b`<div>
        <h1>${p(`search.startTitle`)}</h1>
        <p class="muted">${p(`search.startText`)}</p>
      </div>
      ${e===`loading`?N(1,`tall`):a}
      ${e===`error`?b`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:a}
      ${e===`ready`?b`<div class="two">${this.#t()} ${this.#n()}</div>`:a}`}#t(){let{cameras:e,camera:t,frame:n}=this.store.state;return b`<section class="card">
      <div class="row wrap">
        <h2 class="grow">${p(`search.fromFrame`)}</h2>
        <select
          aria-label=${p(`people.camera`)}
          @change=${e=>void this.#c(()=>this.store.showCamera(e.target.value))}
        >
          ${e.map(({name:e})=>b`<option value=${e} ?selected=${e===t}>${T(e)}</option>`)}
        </select>
      </div>
      ${n?b`<frame-people
              .frame=${n}
              @picked=${e=>void this.#s(()=>this.store.begin(e.detail))}
            ></frame-people>
            <div class="row steps">
              <button @click=${()=>void this.#c(()=>this.store.step(`previous`))}>
                <fr-icon path=${i}></fr-icon>${p(`search.previousPerson`)}
              </button>
              <span class="grow numbers muted">${this.#i(n.time_s)}</span>
              <button @click=${()=>void this.#c(()=>this.store.step(`next`))}>
                ${p(`search.nextPerson`)}<fr-icon path=${c}></fr-icon>
              </button>
            </div>`:b`<fr-notice .icon=${se} heading=${p(`search.noFrame`)} text=${p(`people.empty.text`)}></fr-notice>`}
    </section>`}#n(){let{searches:e}=this.store.state;return b`<div class="stack">
      <section class="card">
        <h2>${p(`search.fromEvent`)}</h2>
        <form class="row" @submit=${e=>void this.#a(e)}>
          <input
            name="event"
            required
            class="grow"
            placeholder=${p(`search.eventHint`)}
            aria-label=${p(`search.eventHint`)}
          />
          <button class="primary">${p(`search.go`)}</button>
        </form>
      </section>
      <section class="card">
        <h2>${p(`search.fromPhoto`)}</h2>
        <p class="muted small">${p(`search.photoWhy`)}</p>
        <button @click=${()=>this.chooser.click()}>
          <fr-icon path=${te}></fr-icon>${p(`search.choosePhoto`)}
        </button>
        <input
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp"
          @change=${()=>void this.#o()}
        />
      </section>
      ${e.length?b`<section class="card">
            <h2>${p(`search.recent`)}</h2>
            <ul>${e.map(e=>this.#r(e))}</ul>
          </section>`:a}
    </div>`}#r(e){return b`<li>
      <a href="#/search/${encodeURIComponent(e.id)}">
        <seed-picture .seed=${e.seed}></seed-picture>
        <span class="grow">
          <strong>${this.#i(e.seed.time_s??e.created_s)}</strong>
          <span class="muted small"
            ><br />${e.seed.camera?`${T(e.seed.camera)} · `:a}${u(`search.confirmed`,e.ticked)}</span
          >
        </span>
      </a>
      <button class="quiet icon" aria-label=${p(`search.remove`)} @click=${()=>void this.#c(()=>this.store.remove(e.id))}>
        <fr-icon path=${y}></fr-icon>
      </button>
    </li>`}#i(e){let{site:t}=this.services,n={today:p(`day.today`),yesterday:p(`day.yesterday`)};return`${C(E(e,t.zone),t.now_s(),t.zone,`en`,n)}, ${f(e,t.zone,!0)}`}#a(e){e.preventDefault();let t=String(new FormData(e.target).get(`event`)??``);return this.#s(()=>this.store.beginWithEvent(t))}async#o(){let[e]=this.chooser.files??[];this.chooser.value=``,e&&await this.#s(()=>this.store.beginWithPhoto(e,this.services.site.now_s()))}#s(e){return this.#c(async()=>this.services.router.go([`search`,(await e()).id]))}async#c(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};S([e(`input[type=file]`)],Q.prototype,`chooser`,void 0),Q=S([d(`search-start`)],Q);var $=class extends w{#e=``;static{this.styles=[x,v`
      :host {
        display: block;
        min-width: 0;
      }
    `]}willUpdate(){let{path:e,params:t}=this.place,n=t.toString();e[1]===`new`&&n!==``&&n!==this.#e&&(this.#e=n,this.#t(t))}render(){let e=this.place.path[1];return e===void 0?b`<search-start></search-start>`:e===`new`?b`<p role="status">${p(`search.beginning`)}</p>`:b`<search-session .searchId=${e}></search-session>`}async#t(e){let{api:t,router:n,toasts:r}=this.services,i=Object.fromEntries([`identity`,`sighting`,`event`,`crop`].filter(t=>e.has(t)).map(t=>[`${t}_id`,e.get(t)]));try{let e=await t.post(`searches`,i);location.replace(`#/search/${encodeURIComponent(e.id)}`)}catch(e){r.failed(s(e)),n.go([`search`])}}};S([A({attribute:!1})],$.prototype,`place`,void 0),$=S([d(`search-page`)],$);export{$ as SearchPage};