import{$ as e,B as t,C as n,F as r,I as i,M as a,O as ee,Q as o,St as s,T as c,Tt as l,X as te,a as u,at as d,b as f,dt as p,et as m,f as h,ft as g,g as _,gt as v,l as y,lt as b,mt as x,n as ne,p as S,pt as C,r as w,st as T,tt as E,ut as D,y as re,yt as O}from"./words-B-24pnu_.js";import{a as k,i as A,n as j,o as M,r as ie,s as ae}from"./vars-CgYANbMy.js";import"./fr-timeline-C5LHtBXd.js";var N;function P(e){return(t,n)=>ae(t,n,{get(){return(this.renderRoot??(N??=document.createDocumentFragment())).querySelectorAll(e)}})}var F=class extends C{constructor(...e){super(...e),this.segments=[],this.value=``,this.label=``}static{this.styles=[o,O`
      :host {
        display: inline-block;
        max-width: 100%;
      }
      .all {
        display: flex;
        background: var(--surface-2);
        border-radius: 10px;
        padding: 3px;
        gap: 2px;
        overflow-x: auto;
        scrollbar-width: none;
      }
      label {
        position: relative;
        padding: 0 13px;
        line-height: 34px;
        border-radius: 8px;
        font-weight: 560;
        font-size: 14px;
        color: var(--ink-2);
        cursor: pointer;
        white-space: nowrap;
        flex: 1;
        text-align: center;
      }
      label:has(:checked) {
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow-1);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
      }
      input {
        position: absolute;
        opacity: 0;
        inset: 0;
        margin: 0;
        cursor: pointer;
      }
    `]}render(){return v`<div class="all" role="radiogroup" aria-label=${this.label}>
      ${this.segments.map(({value:e,label:t})=>v`<label
            ><input
              type="radio"
              name="segment"
              .checked=${e===this.value}
              value=${e}
              @change=${()=>this.#e(e)}
            />${t}</label
          >`)}
    </div>`}#e(e){this.value=e,this.dispatchEvent(new CustomEvent(`chosen`,{detail:e}))}};S([p({attribute:!1})],F.prototype,`segments`,void 0),S([p()],F.prototype,`value`,void 0),S([p()],F.prototype,`label`,void 0),F=S([g(`fr-segments`)],F);var I=class extends C{constructor(...e){super(...e),this.cameras=[],this.latest=``,this.selecting=!1,this.#e=0}#e;static{this.styles=[o,e,E,O`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        align-items: center;
      }
      .search {
        position: relative;
        flex: 1 1 220px;
        max-width: 340px;
      }
      .search fr-icon {
        position: absolute;
        left: 11px;
        top: 10px;
        color: var(--ink-3);
      }
      .search input {
        width: 100%;
        padding-left: 38px;
      }
      select {
        padding-right: 6px;
      }
      @media (max-width: 700px) {
        .search {
          flex-basis: 100%;
          max-width: none;
        }
        fr-segments {
          flex: 1 1 100%;
        }
        select,
        input[type='date'] {
          flex: 1 1 30%;
        }
      }
    `]}focusSearch(){this.search.focus()}render(){let{filters:e}=this;return v`<div class="bar" role="search">
      <div class="search">
        <fr-icon path=${t}></fr-icon>
        <input
          type="search"
          placeholder=${T(`people.search`)}
          aria-label=${T(`people.search`)}
          .value=${e.q}
          @input=${()=>this.#t()}
        />
      </div>
      <fr-segments
        label=${T(`people.which`)}
        .segments=${[`visible`,`named`,`unnamed`,`hidden`].map(e=>({value:e,label:T(`people.state.${e}`)}))}
        .value=${e.state}
        @chosen=${e=>this.#n({state:e.detail})}
      ></fr-segments>
      <select
        aria-label=${T(`people.camera`)}
        @change=${e=>this.#n({camera:e.target.value})}
      >
        <option value="">${T(`people.anyCamera`)}</option>
        ${this.cameras.map(({name:t})=>v`<option value=${t} ?selected=${t===e.camera}>
              ${w(t)}
            </option>`)}
      </select>
      <input
        type="date"
        aria-label=${T(`people.day`)}
        .value=${e.day}
        max=${this.latest||x}
        @change=${e=>this.#n({day:e.target.value})}
      />
      <button
        aria-pressed=${this.selecting}
        @click=${()=>this.dispatchEvent(new CustomEvent(`select-mode`))}
      >
        <fr-icon path=${c}></fr-icon>${T(`people.selectMode`)}
      </button>
    </div>`}#t(){clearTimeout(this.#e),this.#e=window.setTimeout(()=>this.#n({q:this.search.value.trim()}),200)}#n(e){this.dispatchEvent(new CustomEvent(`filter`,{detail:e}))}};S([p({attribute:!1})],I.prototype,`filters`,void 0),S([p({attribute:!1})],I.prototype,`cameras`,void 0),S([p()],I.prototype,`latest`,void 0),S([p({type:Boolean})],I.prototype,`selecting`,void 0),S([M(`input[type=search]`)],I.prototype,`search`,void 0),I=S([g(`people-filters`)],I);var L=[o,e,A,O`
    :host {
      display: grid;
      gap: 20px;
      min-width: 0;
    }
    .head {
      display: flex;
      align-items: baseline;
      gap: 12px;
    }
    section {
      margin-bottom: 34px;
    }
    section > h2,
    summary {
      margin: 8px 0 14px;
    }
    summary {
      cursor: pointer;
    }
    summary h2 {
      display: inline;
    }
    .tiles {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(196px, 1fr));
      gap: 18px;
    }
    .tile {
      aspect-ratio: 10 / 16;
      border-radius: var(--radius);
    }
    .more {
      text-align: center;
      padding: 8px;
    }
    @media (max-width: 700px) {
      .tiles {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 12px;
      }
    }
  `],R=60,z=class extends s{#e=0;constructor(e){super({phase:`loading`,error:null,filters:{state:`visible`,camera:``,day:``,q:``},people:[],cursor:null,loadingMore:!1,cameras:[],named:[],asked:new Set,selecting:!1,selected:new Set}),this.api=e}async load(){let e=++this.#e;try{let[t,n,r]=await Promise.all([this.#t(null,Math.max(R,Math.min(200,this.state.people.length))),this.api.get(`cameras`),this.api.get(`identities`,{state:`named`,limit:200})]);if(e!==this.#e)return;this.set({phase:`ready`,error:null,people:t.items,cursor:t.cursor,cameras:n.items,named:r.items,selected:V(this.state.selected,t.items)}),await this.#n(e)}catch(t){e===this.#e&&this.set({phase:`error`,error:l(t)})}}async more(){let{cursor:e,loadingMore:t}=this.state;if(!(e===null||t)){this.set({loadingMore:!0});try{let t=await this.#t(e,R);this.set({people:[...this.state.people,...t.items],cursor:t.cursor})}finally{this.set({loadingMore:!1})}}}filter(e){return this.set({filters:{...this.state.filters,...e}}),this.load()}find(e){return this.state.people.find(t=>t.id===e)}namesakes(e,t){let n=t.trim().toLocaleLowerCase();return this.state.named.filter(t=>t.id!==e&&t.name?.toLocaleLowerCase()===n)}async rename(e,t){let n=await this.api.patch(B(e),{name:t});return this.#r(n.identity),this.load(),n.decision_ids}async setHidden(e,t){let n=[];for(let r of e){let e=await this.api.patch(B(r),{hidden:t});n.push(...e.decision_ids)}return this.clearSelection(),this.load(),n}async forget(e){try{for(let t of e)await this.api.delete(B(t))}finally{this.clearSelection(),this.load()}}async merge(e,t){let n=await this.api.post(`${B(e)}/merge`,{others:t});return this.clearSelection(),this.load(),n}selectMode(e){this.set({selecting:e,selected:e?this.state.selected:new Set})}toggle(e){let t=new Set(this.state.selected);t.delete(e)||t.add(e),this.set({selected:t,selecting:t.size>0||this.state.selecting})}clearSelection(){this.set({selected:new Set,selecting:!1})}#t(e,t){let{state:n,camera:r,day:i,q:a}=this.state.filters;return this.api.get(`identities`,{state:n,camera:r,day:i,q:a,cursor:e,limit:t})}async#n(e){try{let{items:t}=await this.api.get(`reviews/next`,{count:50});if(e!==this.#e)return;this.set({asked:new Set(t.flatMap(e=>[e.a.id,e.b.id]))})}catch{}}#r(e){let t=this.state.people.map(t=>t.id===e.id?e:t);this.set({people:t})}};function B(e){return`identities/${encodeURIComponent(e)}`}function V(e,t){let n=new Set(t.map(e=>e.id));return new Set([...e].filter(e=>n.has(e)))}var H=class extends C{constructor(...e){super(...e),this.names=[],this.now_s=0,this.selected=!1,this.selecting=!1,this.asked=!1,this.naming=!1}static{this.styles=[o,e,E,m,O`
      :host {
        display: block;
        position: relative;
        border-radius: var(--radius);
        background: var(--surface);
        border: 1px solid var(--line);
        transition: box-shadow var(--quick);
        min-width: 0;
        --picture-radius: 13px 13px 0 0;
        --picture-ratio: 4 / 5;
      }
      :host(:hover) {
        box-shadow: var(--shadow-1);
      }
      :host([selected]) {
        outline: 3px solid var(--accent);
        outline-offset: -1px;
      }
      a {
        display: block;
        color: inherit;
        text-decoration: none;
        border-radius: 13px 13px 0 0;
      }
      .words {
        padding: 10px 14px 14px;
      }
      .name {
        all: unset;
        box-sizing: border-box;
        display: block;
        width: 100%;
        font-weight: 640;
        font-size: 16px;
        line-height: 24px;
        cursor: text;
        border-radius: 6px;
      }
      .name:hover {
        text-decoration: underline dotted;
        text-underline-offset: 4px;
      }
      .name:focus-visible {
        outline: 2px solid var(--accent);
      }
      .name.unnamed {
        color: var(--ink-2);
      }
      .where {
        font-size: 13.5px;
        color: var(--ink-3);
      }
      .marks {
        position: absolute;
        left: 10px;
        top: 10px;
        display: flex;
        gap: 6px;
        flex-wrap: wrap;
      }
      .box {
        position: absolute;
        top: 10px;
        right: 10px;
        width: 32px;
        min-height: 32px;
        border-radius: 50%;
        padding: 0;
        opacity: 0;
        color: transparent;
        border: 2px solid #fff;
        background: rgb(20 26 38 / 35%);
        --icon-size: 18px;
      }
      :host(:hover) .box,
      :host([selecting]) .box,
      .box:focus-visible {
        opacity: 1;
      }
      :host([selected]) .box {
        background: var(--accent);
        color: var(--accent-ink);
      }
      @media (hover: none) {
        :host(:not([selecting])) .box {
          display: none;
        }
      }
    `]}focus(){this.link.focus()}render(){let{person:e}=this;return v`<a
        href="#/people/${encodeURIComponent(e.id)}"
        aria-label=${e.label}
        @click=${e=>this.#r(e)}
      >
        <fr-picture src=${j(e.crop_id)??x} alt=${e.label}></fr-picture>
      </a>
      <div class="marks">
        ${e.on_site?v`<span class="chip good">${T(`people.here`)}</span>`:x}
        ${this.asked?v`<span class="chip accent">${T(`people.asked`)}</span>`:x}
        ${e.hidden?v`<span class="chip">${T(`people.hidden`)}</span>`:x}
      </div>
      <button
        class="box"
        role="checkbox"
        aria-checked=${this.selected}
        aria-label=${T(`people.select`,{name:e.label})}
        @click=${()=>this.#i(`toggle`)}
      >
        <fr-icon path=${n}></fr-icon>
      </button>
      <div class="words">
        ${this.naming?this.#t():this.#e()}
        <p class="where cut">${this.#n()}</p>
        <p class="where cut">
          ${b(`people.sightings`,e.sightings)}${e.words?` · ${e.words}`:x}
        </p>
      </div>`}#e(){let{person:e}=this;return v`<button
      class="name cut ${e.name===null?`unnamed`:``}"
      title=${T(`people.rename`)}
      aria-label=${T(`people.renameOf`,{name:e.label})}
      @click=${()=>this.#i(`name`)}
    >
      ${e.label}
    </button>`}#t(){return v`<name-editor
      .value=${this.person.name??``}
      .names=${this.names}
      label=${T(`people.nameOf`,{name:this.person.label})}
      @named=${e=>this.#i(`renamed`,e.detail)}
      @cancelled=${()=>this.#i(`cancel-name`)}
    ></name-editor>`}#n(){let{last_camera:e,last_seen_s:t,on_site:n}=this.person;if(e===null||t===null)return T(`people.never`);let r=n?T(`people.now`):ne(this.now_s-t);return v`${w(e)} · ${r}`}#r(e){this.selecting&&(e.preventDefault(),this.#i(`toggle`))}#i(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};S([p({attribute:!1})],H.prototype,`person`,void 0),S([p({attribute:!1})],H.prototype,`names`,void 0),S([p({type:Number})],H.prototype,`now_s`,void 0),S([p({type:Boolean,reflect:!0})],H.prototype,`selected`,void 0),S([p({type:Boolean,reflect:!0})],H.prototype,`selecting`,void 0),S([p({type:Boolean})],H.prototype,`asked`,void 0),S([p({type:Boolean})],H.prototype,`naming`,void 0),S([M(`a`)],H.prototype,`link`,void 0),H=S([g(`person-tile`)],H);var U=86400,W=class extends h{constructor(...e){super(...e),this.people=[],this.overlaps=[],this.routes=new Map}static{this.styles=[o,O`
      :host {
        display: block;
        min-height: 40px;
      }
      h3 {
        margin-bottom: 8px;
      }
    `]}willUpdate(e){let t=this.people.some(e=>!this.routes.has(e.id));e.has(`people`)&&t&&this.#e()}render(){let e=[...this.routes.values()].flatMap(e=>e.legs);if(e.length===0)return x;let t=Math.min(...e.map(e=>e.start_s)),n=Math.max(...e.map(e=>e.end_s)),r=new Set(this.overlaps.flatMap(e=>[e.first.sighting_id,e.second.sighting_id])),i=this.people.map(e=>({label:e.label,bars:(this.routes.get(e.id)?.legs??[]).map(e=>({id:e.sighting_id,from_s:e.start_s,to_s:e.end_s,style:r.has(e.sighting_id)?`clash`:`solid`,label:e.camera}))}));return v`<h3>${T(`merge.together`)}</h3>
      <fr-timeline
        .from_s=${t-60}
        .to_s=${n+60}
        .lanes=${i}
        .zone=${this.services.site.zone}
      ></fr-timeline>`}async#e(){let e=Math.max(...this.people.map(e=>e.last_seen_s??0)),t=this.people.map(async t=>{let n=`identities/${encodeURIComponent(t.id)}/route`,r={from:e-U,to:e+1};return[t.id,await this.services.api.get(n,r)]}),n=await Promise.allSettled(t);this.routes=new Map(n.flatMap(e=>e.status===`fulfilled`?[e.value]:[]))}};S([p({attribute:!1})],W.prototype,`people`,void 0),S([p({attribute:!1})],W.prototype,`overlaps`,void 0),S([D()],W.prototype,`routes`,void 0),W=S([g(`merge-preview`)],W);function G(e){return[...e].sort((e,t)=>Number(e.name===null)-Number(t.name===null)||e.number-t.number)}function K(e,t){return[...e.filter(e=>e.id===t),...e.filter(e=>e.id!==t)]}var q=class extends h{constructor(...e){super(...e),this.people=[],this.ordered=[],this.plan=null,this.error=null}static{this.styles=[o,e,m,O`
      .people {
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 6px 0 14px;
        overflow-x: auto;
      }
      figure {
        width: 132px;
        flex: none;
        display: grid;
        gap: 6px;
      }
      figcaption {
        text-align: center;
        display: grid;
        gap: 2px;
        justify-items: center;
      }
      .primary-one fr-picture {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      .against {
        background: var(--bad-soft);
        color: var(--bad);
        border-radius: 12px;
        padding: 12px 16px;
        display: grid;
        gap: 4px;
      }
      .fine {
        color: var(--good);
      }
    `]}willUpdate(e){e.has(`people`)&&(this.ordered=G(this.people),this.#i())}render(){let[e,...t]=this.ordered;return e===void 0?x:v`<fr-dialog wide heading=${T(`merge.title`)}>
      <div class="stack">
        <div class="people">
          ${this.#e(e,!0)}
          <fr-icon path=${re}></fr-icon>
          ${t.map(e=>this.#e(e,!1))}
        </div>
        <p>
          ${T(`merge.stays`,{name:e.label})}
          ${t.length===1?v`<button class="quiet" @click=${()=>this.#r(t[0]?.id??``)}>
                <fr-icon path=${te}></fr-icon>${T(`merge.swap`)}
              </button>`:x}
        </p>
        ${this.error?v`<p class="against" role="alert">${this.error.message}</p>`:this.#t()}
        <merge-preview .people=${this.ordered} .overlaps=${this.plan?.overlaps??[]}></merge-preview>
      </div>
      <button slot="actions" @click=${()=>this.dispatchEvent(new CustomEvent(`closed`))}>
        ${T(`action.cancel`)}
      </button>
      <button
        slot="actions"
        class="primary"
        ?disabled=${this.plan===null||this.error!==null}
        @click=${()=>this.#a()}
      >
        ${b(`merge.do`,this.ordered.length)}
      </button>
    </fr-dialog>`}#e(e,t){return v`<figure class=${t?`primary-one`:``}>
      <fr-picture .src=${j(e.crop_id)} alt=""></fr-picture>
      <figcaption>
        <strong>${e.label}</strong>
        <span class="muted small">${b(`people.sightings`,e.sightings)}</span>
        ${t?v`<span class="chip accent">${T(`merge.keeps`)}</span>`:this.ordered.length>2?v`<button class="quiet small" @click=${()=>this.#r(e.id)}>
                ${T(`merge.makeFirst`)}
              </button>`:x}
      </figcaption>
    </figure>`}#t(){let e=this.plan?.overlaps;return e===void 0?v`<p class="muted">${T(`merge.looking`)}</p>`:e.length===0?v`<p class="fine">${T(`merge.noOverlap`)}</p>`:v`<div class="against" role="alert">
      <strong>${b(`merge.overlaps`,e.length)}</strong>
      ${e.slice(0,5).map(e=>v`<span>${this.#n(e)}</span>`)}
    </div>`}#n({first:e,second:t,from_s:n,same_camera:r}){let i={time:u(n,this.services.site.zone),a:w(e.camera),b:w(t.camera)};return T(r?`merge.sameCamera`:`merge.twoCameras`,i)}#r(e){this.ordered=K(this.ordered,e),this.#i()}async#i(){let[e,...t]=this.ordered;if(e!==void 0&&t.length!==0){this.plan=null,this.error=null;try{let n=`identities/${encodeURIComponent(e.id)}/merge`,r={others:t.map(e=>e.id),dry_run:!0};this.plan=await this.services.api.post(n,r)}catch(e){this.error=l(e)}}}#a(){let e=this.ordered.map(e=>e.id);this.dispatchEvent(new CustomEvent(`merge`,{detail:e}))}};S([p({attribute:!1})],q.prototype,`people`,void 0),S([D()],q.prototype,`ordered`,void 0),S([D()],q.prototype,`plan`,void 0),S([D()],q.prototype,`error`,void 0),q=S([g(`merge-sheet`)],q);var J=class extends C{constructor(...e){super(...e),this.name=``}static{this.styles=[o,e,O`
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 16px;
        margin-top: 14px;
      }
      figcaption {
        text-align: center;
        padding-top: 6px;
      }
    `]}render(){return v`<fr-dialog
      heading=${T(`namesake.title`,{name:this.name})}
      @closed=${()=>this.#t(`cancel`)}
    >
      <p>${T(`namesake.text`,{name:this.name})}</p>
      <div class="two">${[this.person,this.namesake].map(e=>this.#e(e))}</div>
      <button slot="actions" class="quiet" @click=${()=>this.#t(`cancel`)}>
        ${T(`action.cancel`)}
      </button>
      <button slot="actions" @click=${()=>this.#t(`other`)}>${T(`namesake.other`)}</button>
      <button slot="actions" class="primary" @click=${()=>this.#t(`merge`)}>
        ${T(`namesake.merge`)}
      </button>
    </fr-dialog>`}#e(e){return v`<figure>
      <fr-picture src=${j(e.crop_id)??x} alt=${e.label}></fr-picture>
      <figcaption>
        <strong>${e.label}</strong><br /><span class="muted small"
          >${b(`people.sightings`,e.sightings)}</span
        >
      </figcaption>
    </figure>`}#t(e){this.dispatchEvent(new CustomEvent(`choice`,{detail:e}))}};S([p({attribute:!1})],J.prototype,`person`,void 0),S([p({attribute:!1})],J.prototype,`namesake`,void 0),S([p()],J.prototype,`name`,void 0),J=S([g(`namesake-dialog`)],J);var Y=class extends h{constructor(...e){super(...e),this.open=null}static{this.styles=[o,e]}async rename(e,t){let[n]=t===``?[]:this.store.namesakes(e.id,t);n?this.open={kind:`namesake`,person:e,namesake:n,name:t}:await this.#n(e,t)}startMerge(e){e.length>1&&(this.open={kind:`merge`,people:e})}startForget(e){e.length>0&&(this.open={kind:`forget`,people:e})}async hide(e){if(e.length===0)return;let t=!e.every(e=>e.hidden);await this.#o(async()=>{let n=e.map(e=>e.id),r=await this.store.setHidden(n,t),i=t?`people.hiddenDone`:`people.shownDone`;this.services.toasts.done(b(i,e.length),r)})}render(){let{open:e}=this;return e===null?x:e.kind===`merge`?v`<merge-sheet
        .people=${e.people}
        @closed=${()=>this.#a()}
        @merge=${e=>void this.#r(e.detail)}
      ></merge-sheet>`:e.kind===`namesake`?v`<namesake-dialog
        .person=${e.person}
        .namesake=${e.namesake}
        .name=${e.name}
        @choice=${t=>void this.#t(e,t.detail)}
      ></namesake-dialog>`:this.#e(e.people)}#e(e){return v`<fr-dialog heading=${b(`forget.title`,e.length)} @closed=${()=>this.#a()}>
      <p>${T(`forget.text`,{names:e.map(e=>e.label).join(`, `)})}</p>
      <button slot="actions" @click=${()=>this.#a()}>${T(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#i(e)}>
        ${T(`forget.do`)}
      </button>
    </fr-dialog>`}async#t(e,t){this.#a(),t===`other`&&await this.#n(e.person,e.name),t===`merge`&&this.startMerge([e.namesake,e.person])}#n(e,t){return this.#o(async()=>{let n=await this.store.rename(e.id,t||null),r=t?T(`people.renamed`,{old:e.label,name:t}):T(`people.nameRemoved`,{old:e.label});this.services.toasts.done(r,n)})}#r([e=``,...t]){return this.#a(),this.#o(async()=>{let n=await this.store.merge(e,t),r={name:n.identity.label};this.services.toasts.done(b(`merge.done`,t.length+1,r),n.decision_ids)})}#i(e){return this.#a(),this.#o(async()=>{await this.store.forget(e.map(e=>e.id)),this.services.toasts.done(b(`forget.done`,e.length))})}#a(){this.open=null}async#o(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};S([p({attribute:!1})],Y.prototype,`store`,void 0),S([D()],Y.prototype,`open`,void 0),Y=S([g(`people-dialogs`)],Y);var X=class extends C{constructor(...e){super(...e),this.count=0,this.hidden_=!1}static{this.styles=[o,e,O`
      :host {
        position: sticky;
        bottom: calc(16px + var(--bar-height, 0px));
        display: grid;
        justify-content: center;
        z-index: 5;
        pointer-events: none;
      }
      .bar {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 4px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 16px;
        box-shadow: var(--shadow-2);
        padding: 7px;
      }
      strong {
        padding: 0 12px;
        white-space: nowrap;
      }
      @media (max-width: 700px) {
        button span,
        kbd {
          display: none;
        }
      }
    `]}render(){return this.count===0?x:v`<div class="bar" role="toolbar" aria-label=${T(`people.selection`)}>
      <strong>${b(`people.selected`,this.count)}</strong>
      ${this.#e(`merge`,f,T(`people.merge`),`M`,this.count<2)}
      ${this.#e(`hide`,this.hidden_?i:r,this.hidden_?T(`people.show`):T(`people.hide`),`H`)}
      ${this.#e(`forget`,a,T(`people.delete`),``)}
      ${this.#e(`clear`,ee,T(`people.clear`),``)}
    </div>`}#e(e,t,n,r,i=!1){return v`<button
      class="quiet ${e===`forget`?`danger`:``}"
      aria-label=${n}
      ?disabled=${i}
      @click=${()=>this.dispatchEvent(new CustomEvent(e))}
    >
      <fr-icon path=${t}></fr-icon><span>${n}</span>${r?v`<kbd>${r}</kbd>`:x}
    </button>`}};S([p({type:Number})],X.prototype,`count`,void 0),S([p({type:Boolean})],X.prototype,`hidden_`,void 0),X=S([g(`selection-bar`)],X);function oe(e){let t={now:[],named:[],often:[],once:[]};for(let n of e)t[se(n)].push(n);return t.often.sort((e,t)=>t.sightings-e.sightings),[`now`,`named`,`often`,`once`].map(e=>({name:e,people:t[e]})).filter(e=>e.people.length)}function se(e){return e.on_site?`now`:e.name===null?e.sightings>1?`often`:`once`:`named`}function ce(e,t){let n={frigate:t?.frigate.some(e=>e.reachable)??!1,mqtt:(t?.messages_received??0)>0,model:t?.ready??!1,crops:e.people>0,plan:e.placements>0,rescan:e.rescans>0,names:e.named>0,exposed:e.exposed>0};return Object.keys(n).map(e=>({name:e,done:n[e]}))}async function le(e){let[t,n,r,i]=await Promise.all([Z(e,`identities?limit=1`),Z(e,`identities?state=named&limit=200`),Z(e,`placements`),Z(e,`jobs?kind=rescan`)]);return{dismissed:localStorage.getItem(`frigate-reid-first-run`)===`dismissed`,people:t.length,placements:r.length,rescans:i.length,named:n.length,exposed:n.filter(e=>e.exposed).length}}async function Z(e,t){try{return(await e.get(t)).items}catch{return[]}}var ue={crops:`#/cameras`,plan:`#/cameras?tab=plan`,rescan:`#/settings`,exposed:`#/people`},Q=class extends h{constructor(){super(),this.progress=null,d(this,()=>[this.services.site])}static{this.styles=[o,e,O`
      .card {
        margin-bottom: 4px;
      }
      header {
        display: flex;
        align-items: baseline;
        gap: 12px;
        margin-bottom: 12px;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(250px, 1fr));
        gap: 4px 24px;
      }
      li {
        display: flex;
        gap: 12px;
        padding: 7px 0;
      }
      .mark {
        width: 24px;
        height: 24px;
        border-radius: 50%;
        border: 2px solid var(--line-strong);
        flex: none;
        display: grid;
        place-content: center;
        font-size: 12px;
        font-weight: 660;
        color: var(--ink-2);
        --icon-size: 16px;
      }
      .done .mark {
        background: var(--good-soft);
        border-color: transparent;
        color: var(--good);
      }
      @media (max-width: 700px) {
        li.done {
          display: none;
        }
        header {
          flex-wrap: wrap;
        }
      }
      .done h3 {
        color: var(--ink-3);
        font-weight: 500;
      }
    `]}connectedCallback(){super.connectedCallback(),le(this.services.api).then(e=>this.progress=e)}render(){if(this.progress===null||this.progress.dismissed)return x;let e=ce(this.progress,this.services.site.state.health),t=e.filter(e=>e.done).length;return t===e.length?x:v`<section class="card" aria-label=${T(`firstRun.title`)}>
      <header>
        <h2>${T(`firstRun.title`)}</h2>
        <span class="muted small numbers">${T(`firstRun.done`,{done:t,all:e.length})}</span>
        <span class="grow"></span>
        <button class="quiet" @click=${()=>this.#t()}>${T(`firstRun.dismiss`)}</button>
      </header>
      <ol>
        ${e.map((e,t)=>this.#e(e.name,e.done,t+1))}
      </ol>
    </section>`}#e(e,t,r){let i=ue[e],a=T(`firstRun.${e}`);return v`<li class=${t?`done`:``}>
      <span class="mark">${t?v`<fr-icon path=${n}></fr-icon>`:r}</span>
      <div>
        <h3>
          ${i&&!t?v`<a href=${i}>${a}</a>`:a}${t?v`<span class="unseen"> (${T(`firstRun.isDone`)})</span>`:x}
        </h3>
        ${t?x:v`<p class="muted small">${T(`firstRun.${e}.why`)}</p>`}
      </div>
    </li>`}#t(){this.progress&&={...this.progress,dismissed:!0},localStorage.setItem(`frigate-reid-first-run`,`dismissed`)}};S([D()],Q.prototype,`progress`,void 0),Q=S([g(`first-run`)],Q);var de=400,$=class extends h{#e;#t;#n;constructor(){super(),this.#e=null,this.#t=[],this.#n=0,this.naming=``,d(this,()=>[this.store]),new k(this,()=>({"/":()=>this.filtersBar.focusSearch(),n:()=>this.#m(e=>this.naming=e.id),x:()=>this.#m(e=>this.store.toggle(e.id)),h:()=>void this.dialogs.hide(this.#f()),m:()=>this.dialogs.startMerge(this.#f()),u:()=>void this.services.toasts.undoLast(T(`undo.done`)),Escape:()=>this.store.clearSelection(),ArrowRight:()=>this.#g(1),ArrowLeft:()=>this.#g(-1),ArrowDown:()=>this.#g(this.#_()),ArrowUp:()=>this.#g(-this.#_())}))}static{this.styles=L}get store(){return this.#e??=new z(this.services.api),this.#e}connectedCallback(){super.connectedCallback();let{live:e,toasts:t}=this.services;this.#t=[e.subscribe(({topic:e})=>{(e===`identities`||e===`sightings`)&&this.#d()}),e.onState(e=>e&&void this.store.load()),t.onUndone(()=>void this.store.load())],this.store.load()}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#n);for(let e of this.#t)e()}render(){let{state:e}=this.store,{site:t}=this.services;return v`<div class="head">
        <h1>${T(`people.title`)}</h1>
        <p class="muted">${this.#r()}</p>
      </div>
      <first-run></first-run>
      <people-filters
        .filters=${e.filters}
        .cameras=${e.cameras}
        .latest=${y(t.now_s(),t.zone)}
        .selecting=${e.selecting}
        @filter=${e=>void this.store.filter(e.detail)}
        @select-mode=${()=>this.store.selectMode(!e.selecting)}
      ></people-filters>
      ${this.#i()}
      <selection-bar
        .count=${e.selected.size}
        .hidden_=${e.filters.state===`hidden`}
        @merge=${()=>this.dialogs.startMerge(this.#f())}
        @hide=${()=>void this.dialogs.hide(this.#f())}
        @forget=${()=>this.dialogs.startForget(this.#f())}
        @clear=${()=>this.store.clearSelection()}
      ></selection-bar>
      <people-dialogs .store=${this.store}></people-dialogs>`}#r(){let{phase:e,people:t,cursor:n}=this.store.state;return e===`ready`?n===null?b(`people.count`,t.length):T(`people.many`,{n:t.length}):``}#i(){let{phase:e,error:t,people:n,filters:r}=this.store.state;return e===`loading`?v`<div class="tiles" aria-busy="true">${ie(12,`tile`)}</div>`:e===`error`&&n.length===0?v`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:n.length===0?this.#a(r):r.state!==`visible`||r.q?this.#s(n):v`${oe(n).map(e=>this.#o(e))} ${this.#l()}`}#a(e){let t=e.q||e.camera||e.day||e.state!==`visible`,n=t?`filtered`:`empty`;return v`<fr-notice
      .icon=${_}
      heading=${T(`people.${n}.title`)}
      text=${T(`people.${n}.text`)}
    >
      ${t?v`<button class="action" @click=${()=>void this.store.filter(fe)}>
            ${T(`people.filtered.clear`)}
          </button>`:v`<a class="action" href="#/settings">${T(`people.empty.action`)}</a>`}
    </fr-notice>`}#o({name:e,people:t}){let n=v`<h2>
      ${T(`people.section.${e}`)} <span class="muted numbers">${t.length}</span>
    </h2>`;return e===`once`?v`<details>
      <summary>${n}</summary>
      <p class="muted small">${T(`people.onceExpires`)}</p>
      ${this.#s(t)}
    </details>`:v`<section>${n}${this.#s(t)}</section>`}#s(e){return v`<div class="tiles">${e.map(e=>this.#c(e))}</div>`}#c(e){let{selected:t,selecting:n,named:r,asked:i}=this.store.state;return v`<person-tile
      .person=${e}
      .now_s=${this.services.site.now_s()}
      .names=${r.map(e=>e.name??``)}
      .selected=${t.has(e.id)}
      .selecting=${n}
      .asked=${i.has(e.id)}
      .naming=${this.naming===e.id}
      @toggle=${()=>this.store.toggle(e.id)}
      @name=${()=>this.naming=e.id}
      @cancel-name=${()=>this.#u(e)}
      @renamed=${t=>{this.#u(e),this.dialogs.rename(e,t.detail)}}
    ></person-tile>`}#l(){let{cursor:e,loadingMore:t}=this.store.state;return e===null?x:v`<p class="more">
      <button class="action" ?disabled=${t} @click=${()=>void this.store.more()}>
        ${T(`action.more`)}
      </button>
    </p>`}#u(e){this.naming=``,this.updateComplete.then(()=>this.#h(e.id)?.focus())}#d(){clearTimeout(this.#n),this.#n=window.setTimeout(()=>{this.naming===``&&this.store.load()},de)}#f(){let{people:e,selected:t}=this.store.state;if(t.size>0)return e.filter(e=>t.has(e.id));let n=this.#p();return n?[n.person]:[]}#p(){return this.renderRoot.querySelector(`person-tile:focus-within`)}#m(e){let t=this.#p();t&&e(t.person)}#h(e){return[...this.tiles].find(t=>t.person.id===e)}#g(e){let t=[...this.tiles].filter(e=>e.checkVisibility()),n=this.#p(),r=n?t.indexOf(n)+e:0;t[Math.max(0,Math.min(t.length-1,r))]?.focus()}#_(){let[e]=this.tiles;if(e===void 0)return 1;let t=e.parentElement?.clientWidth??1;return Math.max(1,Math.round(t/(e.offsetWidth+16)))}};S([D()],$.prototype,`naming`,void 0),S([M(`people-filters`)],$.prototype,`filtersBar`,void 0),S([M(`people-dialogs`)],$.prototype,`dialogs`,void 0),S([P(`person-tile`)],$.prototype,`tiles`,void 0),$=S([g(`people-page`)],$);var fe={state:`visible`,camera:``,day:``,q:``};export{$ as PeoplePage};