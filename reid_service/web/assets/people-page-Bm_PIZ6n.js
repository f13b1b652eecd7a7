import{t as e}from"./query-Df4-SAIv.js";import{t}from"./query-all-BOF-gqtH.js";import{At as n,Ct as r,Dt as i,E as a,Et as o,F as s,Ft as c,H as ee,I as te,M as ne,Pt as re,St as l,Tt as u,_ as d,a as f,at as p,b as m,bt as h,dt as g,ft as _,jt as v,k as ie,kt as y,lt as b,m as x,n as ae,p as S,r as C,u as w,ut as T,vt as E,w as D,wt as O,x as k}from"./index-XtaqyY8s.js";import{t as oe}from"./keys-BtAWeeJP.js";import{i as se,r as ce,t as A}from"./fr-picture-D7V61Esp.js";import"./fr-segments-CA1otXeJ.js";import"./name-editor-DSHiSHgk.js";import"./fr-dialog-DZpCG4_2.js";import"./fr-timeline-B4HuZzh8.js";var j=class extends o{constructor(...e){super(...e),this.cameras=[],this.latest=``,this.selecting=!1,this.#e=0}#e;static{this.styles=[b,T,_,v`
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
    `]}focusSearch(){this.search.focus()}render(){let{filters:e}=this;return y`<div class="bar" role="search">
      <div class="search">
        <fr-icon path=${ee}></fr-icon>
        <input
          type="search"
          placeholder=${h(`people.search`)}
          aria-label=${h(`people.search`)}
          .value=${e.q}
          @input=${()=>this.#t()}
        />
      </div>
      <fr-segments
        label=${h(`people.which`)}
        .segments=${[`visible`,`named`,`unnamed`,`hidden`].map(e=>({value:e,label:h(`people.state.${e}`)}))}
        .value=${e.state}
        @chosen=${e=>this.#n({state:e.detail})}
      ></fr-segments>
      <select
        aria-label=${h(`people.camera`)}
        @change=${e=>this.#n({camera:e.target.value})}
      >
        <option value="">${h(`people.anyCamera`)}</option>
        ${this.cameras.map(({name:t})=>y`<option value=${t} ?selected=${t===e.camera}>
              ${C(t)}
            </option>`)}
      </select>
      <input
        type="date"
        aria-label=${h(`people.day`)}
        .value=${e.day}
        max=${this.latest||i}
        @change=${e=>this.#n({day:e.target.value})}
      />
      <button
        aria-pressed=${this.selecting}
        @click=${()=>this.dispatchEvent(new CustomEvent(`select-mode`))}
      >
        <fr-icon path=${a}></fr-icon>${h(`people.selectMode`)}
      </button>
    </div>`}#t(){clearTimeout(this.#e),this.#e=window.setTimeout(()=>this.#n({q:this.search.value.trim()}),200)}#n(e){this.dispatchEvent(new CustomEvent(`filter`,{detail:e}))}};x([O({attribute:!1})],j.prototype,`filters`,void 0),x([O({attribute:!1})],j.prototype,`cameras`,void 0),x([O()],j.prototype,`latest`,void 0),x([O({type:Boolean})],j.prototype,`selecting`,void 0),x([e(`input[type=search]`)],j.prototype,`search`,void 0),j=x([u(`people-filters`)],j);var M=[b,T,se,v`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
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
  `],N=60,P=24,F=class extends re{#e=0;constructor(e){super({phase:`loading`,error:null,filters:{state:`visible`,camera:``,day:``,q:``},people:[],cursor:null,loadingMore:!1,cameras:[],named:[],asked:new Set,days:new Map,selecting:!1,selected:new Set}),this.api=e}async load(){let e=++this.#e;try{let[t,n,r]=await Promise.all([this.#t(null,Math.max(N,Math.min(200,this.state.people.length))),this.api.get(`cameras`),this.api.get(`identities`,{state:`named`,limit:200})]);if(e!==this.#e)return;this.set({phase:`ready`,error:null,people:t.items,cursor:t.cursor,cameras:n.items,named:r.items,selected:L(this.state.selected,t.items)}),await this.#n(e),await this.#r(e)}catch(t){e===this.#e&&this.set({phase:`error`,error:c(t)})}}async more(){let{cursor:e,loadingMore:t}=this.state;if(!(e===null||t)){this.set({loadingMore:!0});try{let t=await this.#t(e,N);this.set({people:[...this.state.people,...t.items],cursor:t.cursor})}finally{this.set({loadingMore:!1})}}}filter(e){return this.set({filters:{...this.state.filters,...e}}),this.load()}find(e){return this.state.people.find(t=>t.id===e)}namesakes(e,t){let n=t.trim().toLocaleLowerCase();return this.state.named.filter(t=>t.id!==e&&t.name?.toLocaleLowerCase()===n)}async rename(e,t){let n=await this.api.patch(I(e),{name:t});return this.#i(n.identity),this.load(),n.decision_ids}async setHidden(e,t){let n=[];for(let r of e){let e=await this.api.patch(I(r),{hidden:t});n.push(...e.decision_ids)}return this.clearSelection(),this.load(),n}async forget(e){try{for(let t of e)await this.api.delete(I(t))}finally{this.clearSelection(),this.load()}}async merge(e,t){let n=await this.api.post(`${I(e)}/merge`,{others:t});return this.clearSelection(),this.load(),n}selectMode(e){this.set({selecting:e,selected:e?this.state.selected:new Set})}toggle(e){let t=new Set(this.state.selected);t.delete(e)||t.add(e),this.set({selected:t,selecting:t.size>0||this.state.selecting})}clearSelection(){this.set({selected:new Set,selecting:!1})}#t(e,t){let{state:n,camera:r,day:i,q:a}=this.state.filters;return this.api.get(`identities`,{state:n,camera:r,day:i,q:a,cursor:e,limit:t})}async#n(e){try{let{items:t}=await this.api.get(`reviews/next`,{count:50});if(e!==this.#e)return;this.set({asked:new Set(t.flatMap(e=>[e.a.id,e.b.id]))})}catch{}}async#r(e){let t=new Map,n=this.state.people.filter(e=>e.name!==null).slice(0,P);try{for(let{id:r}of n){let n={identity_id:r,days:7};if(t.set(r,(await this.api.get(`statistics`,n)).days),e!==this.#e)return}this.set({days:t})}catch{}}#i(e){let t=this.state.people.map(t=>t.id===e.id?e:t);this.set({people:t})}};function I(e){return`identities/${encodeURIComponent(e)}`}function L(e,t){let n=new Set(t.map(e=>e.id));return new Set([...e].filter(e=>n.has(e)))}var R=5,z=350,B=750,V=class{#e;#t;#n;#r;constructor(e){this.host=e,this.#e=0,this.#t=[],this.#n=``,this.#r=-1,this.start=()=>{clearTimeout(this.#e),this.#e=window.setTimeout(()=>void this.#i(),z)},this.stop=()=>{clearTimeout(this.#e),this.#r<0||(this.#r=-1,this.host.requestUpdate())},e.addController(this)}get cropId(){return this.#t[this.#r]??null}hostDisconnected(){this.stop()}async#i(){await this.#a(),this.#t.length<2||(this.#r=(this.#r+1)%this.#t.length,this.host.requestUpdate(),this.#e=window.setTimeout(()=>void this.#i(),B))}async#a(){let{id:e}=this.host.person;if(this.#n!==e){this.#n=e;try{let t=`identities/${encodeURIComponent(e)}/templates`,{crops:n}=await this.host.services.api.get(t,{limit:R});this.#t=n.filter(e=>e.has_picture).map(e=>e.id)}catch{this.#t=[]}}}},H=6,U=3,W=20;function le(e,t){let r=Math.max(1,...e.map(e=>e.visits)),i=e.length*9-U;return n`<svg class="week" role="img" aria-label=${t} viewBox="0 0 ${i} ${W}"
    width=${i} height=${W}>
    ${e.map((e,t)=>{let i=Math.max(2,W*e.visits/r);return n`<rect x=${t*9} y=${W-i} width=${H} height=${i} rx="1.5"></rect>`})}
  </svg>`}var G=class extends S{constructor(...e){super(...e),this.names=[],this.now_s=0,this.selected=!1,this.selecting=!1,this.asked=!1,this.naming=!1,this.days=[],this.#e=new V(this)}#e;static{this.styles=[b,T,_,g,v`
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
      .foot {
        display: flex;
        align-items: flex-end;
        gap: 8px;
      }
      .week rect {
        fill: var(--route);
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
    `]}focus(){this.link.focus()}render(){let{person:e}=this;return y`<a
        href="#/people/${encodeURIComponent(e.id)}"
        aria-label=${e.label}
        @click=${e=>this.#a(e)}
        @pointerenter=${this.#e.start}
        @pointerleave=${this.#e.stop}
      >
        <fr-picture .src=${A(this.#e.cropId??e.crop_id)} alt=${e.label}></fr-picture>
      </a>
      <div class="marks">
        ${e.on_site?y`<span class="chip good">${h(`people.here`)}</span>`:i}
        ${this.asked?y`<span class="chip accent">${h(`people.asked`)}</span>`:i}
        ${e.hidden?y`<span class="chip">${h(`people.hidden`)}</span>`:i}
      </div>
      <button
        class="box"
        role="checkbox"
        aria-checked=${this.selected}
        aria-label=${h(`people.select`,{name:e.label})}
        @click=${()=>this.#o(`toggle`)}
      >
        <fr-icon path=${D}></fr-icon>
      </button>
      <div class="words">
        ${this.naming?this.#n():this.#t()}
        <p class="where cut">${this.#r()}</p>
        <div class="foot">
          <p class="where cut grow">${this.#i()}</p>
          ${this.days.length?le(this.days,h(`people.week`)):i}
        </div>
      </div>`}#t(){let{person:e}=this;return y`<button
      class="name cut ${e.name===null?`unnamed`:``}"
      title=${h(`people.rename`)}
      aria-label=${h(`people.renameOf`,{name:e.label})}
      @click=${()=>this.#o(`name`)}
    >
      ${e.label}
    </button>`}#n(){return y`<name-editor
      .value=${this.person.name??``}
      .names=${this.names}
      label=${h(`people.nameOf`,{name:this.person.label})}
      @named=${e=>this.#o(`renamed`,e.detail)}
      @cancelled=${()=>this.#o(`cancel-name`)}
    ></name-editor>`}#r(){let{last_camera:e,last_seen_s:t,on_site:n}=this.person;if(e===null||t===null)return h(`people.never`);let r=n?h(`people.now`):ae(this.now_s-t);return y`${C(e)} · ${r}`}#i(){let{sightings:e,words:t}=this.person,n=this.days.at(-1)?.visits??0,r=l(`people.sightings`,e);return n>0?l(`people.today`,n):t?`${r} · ${t}`:r}#a(e){this.selecting&&(e.preventDefault(),this.#o(`toggle`))}#o(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};x([O({attribute:!1})],G.prototype,`person`,void 0),x([O({attribute:!1})],G.prototype,`names`,void 0),x([O({type:Number})],G.prototype,`now_s`,void 0),x([O({type:Boolean,reflect:!0})],G.prototype,`selected`,void 0),x([O({type:Boolean,reflect:!0})],G.prototype,`selecting`,void 0),x([O({type:Boolean})],G.prototype,`asked`,void 0),x([O({type:Boolean})],G.prototype,`naming`,void 0),x([O({attribute:!1})],G.prototype,`days`,void 0),x([e(`a`)],G.prototype,`link`,void 0),G=x([u(`person-tile`)],G);var ue=86400,K=class extends S{constructor(...e){super(...e),this.people=[],this.overlaps=[],this.routes=new Map}static{this.styles=[b,v`
      :host {
        display: block;
        min-height: 40px;
      }
      h3 {
        margin-bottom: 8px;
      }
    `]}willUpdate(e){let t=this.people.some(e=>!this.routes.has(e.id));e.has(`people`)&&t&&this.#e()}render(){let e=[...this.routes.values()].flatMap(e=>e.legs);if(e.length===0)return i;let t=Math.min(...e.map(e=>e.start_s)),n=Math.max(...e.map(e=>e.end_s)),r=new Set(this.overlaps.flatMap(e=>[e.first.sighting_id,e.second.sighting_id])),a=this.people.map(e=>({label:e.label,bars:(this.routes.get(e.id)?.legs??[]).map(e=>({id:e.sighting_id,from_s:e.start_s,to_s:e.end_s,style:r.has(e.sighting_id)?`clash`:`solid`,label:e.camera}))}));return y`<h3>${h(`merge.together`)}</h3>
      <fr-timeline
        .from_s=${t-60}
        .to_s=${n+60}
        .lanes=${a}
        .zone=${this.services.site.zone}
      ></fr-timeline>`}async#e(){let e=Math.max(...this.people.map(e=>e.last_seen_s??0)),t=this.people.map(async t=>{let n=`identities/${encodeURIComponent(t.id)}/route`,r={from:e-ue,to:e+1};return[t.id,await this.services.api.get(n,r)]}),n=await Promise.allSettled(t);this.routes=new Map(n.flatMap(e=>e.status===`fulfilled`?[e.value]:[]))}};x([O({attribute:!1})],K.prototype,`people`,void 0),x([O({attribute:!1})],K.prototype,`overlaps`,void 0),x([r()],K.prototype,`routes`,void 0),K=x([u(`merge-preview`)],K);function de(e){return[...e].sort((e,t)=>Number(e.name===null)-Number(t.name===null)||e.number-t.number)}function fe(e,t){return[...e.filter(e=>e.id===t),...e.filter(e=>e.id!==t)]}var q=class extends S{constructor(...e){super(...e),this.people=[],this.ordered=[],this.plan=null,this.error=null}static{this.styles=[b,T,g,v`
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
    `]}willUpdate(e){e.has(`people`)&&(this.ordered=de(this.people),this.#i())}render(){let[e,...t]=this.ordered;return e===void 0?i:y`<fr-dialog wide heading=${h(`merge.title`)}>
      <div class="stack">
        <div class="people">
          ${this.#e(e,!0)}
          <fr-icon path=${m}></fr-icon>
          ${t.map(e=>this.#e(e,!1))}
        </div>
        <p>
          ${h(`merge.stays`,{name:e.label})}
          ${t.length===1?y`<button class="quiet" @click=${()=>this.#r(t[0]?.id??``)}>
                <fr-icon path=${p}></fr-icon>${h(`merge.swap`)}
              </button>`:i}
        </p>
        ${this.error?y`<p class="against" role="alert">${this.error.message}</p>`:this.#t()}
        <merge-preview .people=${this.ordered} .overlaps=${this.plan?.overlaps??[]}></merge-preview>
      </div>
      <button slot="actions" @click=${()=>this.dispatchEvent(new CustomEvent(`closed`))}>
        ${h(`action.cancel`)}
      </button>
      <button
        slot="actions"
        class="primary"
        ?disabled=${this.plan===null||this.error!==null}
        @click=${()=>this.#a()}
      >
        ${l(`merge.do`,this.ordered.length)}
      </button>
    </fr-dialog>`}#e(e,t){return y`<figure class=${t?`primary-one`:``}>
      <fr-picture .src=${A(e.crop_id)} alt=""></fr-picture>
      <figcaption>
        <strong>${e.label}</strong>
        <span class="muted small">${l(`people.sightings`,e.sightings)}</span>
        ${t?y`<span class="chip accent">${h(`merge.keeps`)}</span>`:this.ordered.length>2?y`<button class="quiet small" @click=${()=>this.#r(e.id)}>
                ${h(`merge.makeFirst`)}
              </button>`:i}
      </figcaption>
    </figure>`}#t(){let e=this.plan?.overlaps;return e===void 0?y`<p class="muted">${h(`merge.looking`)}</p>`:e.length===0?y`<p class="fine">${h(`merge.noOverlap`)}</p>`:y`<div class="against" role="alert">
      <strong>${l(`merge.overlaps`,e.length)}</strong>
      ${e.slice(0,5).map(e=>y`<span>${this.#n(e)}</span>`)}
    </div>`}#n({first:e,second:t,from_s:n,same_camera:r}){let i={time:f(n,this.services.site.zone),a:C(e.camera),b:C(t.camera)};return h(r?`merge.sameCamera`:`merge.twoCameras`,i)}#r(e){this.ordered=fe(this.ordered,e),this.#i()}async#i(){let[e,...t]=this.ordered;if(e!==void 0&&t.length!==0){this.plan=null,this.error=null;try{let n=`identities/${encodeURIComponent(e.id)}/merge`,r={others:t.map(e=>e.id),dry_run:!0};this.plan=await this.services.api.post(n,r)}catch(e){this.error=c(e)}}}#a(){let e=this.ordered.map(e=>e.id);this.dispatchEvent(new CustomEvent(`merge`,{detail:e}))}};x([O({attribute:!1})],q.prototype,`people`,void 0),x([r()],q.prototype,`ordered`,void 0),x([r()],q.prototype,`plan`,void 0),x([r()],q.prototype,`error`,void 0),q=x([u(`merge-sheet`)],q);var J=class extends o{constructor(...e){super(...e),this.name=``}static{this.styles=[b,T,v`
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
    `]}render(){return y`<fr-dialog
      heading=${h(`namesake.title`,{name:this.name})}
      @closed=${()=>this.#t(`cancel`)}
    >
      <p>${h(`namesake.text`,{name:this.name})}</p>
      <div class="two">${[this.person,this.namesake].map(e=>this.#e(e))}</div>
      <button slot="actions" class="quiet" @click=${()=>this.#t(`cancel`)}>
        ${h(`action.cancel`)}
      </button>
      <button slot="actions" @click=${()=>this.#t(`other`)}>${h(`namesake.other`)}</button>
      <button slot="actions" class="primary" @click=${()=>this.#t(`merge`)}>
        ${h(`namesake.merge`)}
      </button>
    </fr-dialog>`}#e(e){return y`<figure>
      <fr-picture src=${A(e.crop_id)??i} alt=${e.label}></fr-picture>
      <figcaption>
        <strong>${e.label}</strong><br /><span class="muted small"
          >${l(`people.sightings`,e.sightings)}</span
        >
      </figcaption>
    </figure>`}#t(e){this.dispatchEvent(new CustomEvent(`choice`,{detail:e}))}};x([O({attribute:!1})],J.prototype,`person`,void 0),x([O({attribute:!1})],J.prototype,`namesake`,void 0),x([O()],J.prototype,`name`,void 0),J=x([u(`namesake-dialog`)],J);var Y=class extends S{constructor(...e){super(...e),this.open=null}static{this.styles=[b,T]}async rename(e,t){let[n]=t===``?[]:this.store.namesakes(e.id,t);n?this.open={kind:`namesake`,person:e,namesake:n,name:t}:await this.#n(e,t)}startMerge(e){e.length>1&&(this.open={kind:`merge`,people:e})}startForget(e){e.length>0&&(this.open={kind:`forget`,people:e})}async hide(e){if(e.length===0)return;let t=!e.every(e=>e.hidden);await this.#o(async()=>{let n=e.map(e=>e.id),r=await this.store.setHidden(n,t),i=t?`people.hiddenDone`:`people.shownDone`;this.services.toasts.done(l(i,e.length),r)})}render(){let{open:e}=this;return e===null?i:e.kind===`merge`?y`<merge-sheet
        .people=${e.people}
        @closed=${()=>this.#a()}
        @merge=${e=>void this.#r(e.detail)}
      ></merge-sheet>`:e.kind===`namesake`?y`<namesake-dialog
        .person=${e.person}
        .namesake=${e.namesake}
        .name=${e.name}
        @choice=${t=>void this.#t(e,t.detail)}
      ></namesake-dialog>`:this.#e(e.people)}#e(e){return y`<fr-dialog heading=${l(`forget.title`,e.length)} @closed=${()=>this.#a()}>
      <p>${h(`forget.text`,{names:e.map(e=>e.label).join(`, `)})}</p>
      <button slot="actions" @click=${()=>this.#a()}>${h(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#i(e)}>
        ${h(`forget.do`)}
      </button>
    </fr-dialog>`}async#t(e,t){this.#a(),t===`other`&&await this.#n(e.person,e.name),t===`merge`&&this.startMerge([e.namesake,e.person])}#n(e,t){return this.#o(async()=>{let n=await this.store.rename(e.id,t||null),r=t?h(`people.renamed`,{old:e.label,name:t}):h(`people.nameRemoved`,{old:e.label});this.services.toasts.done(r,n)})}#r([e=``,...t]){return this.#a(),this.#o(async()=>{let n=await this.store.merge(e,t),r={name:n.identity.label};this.services.toasts.done(l(`merge.done`,t.length+1,r),n.decision_ids)})}#i(e){return this.#a(),this.#o(async()=>{await this.store.forget(e.map(e=>e.id)),this.services.toasts.done(l(`forget.done`,e.length))})}#a(){this.open=null}async#o(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};x([O({attribute:!1})],Y.prototype,`store`,void 0),x([r()],Y.prototype,`open`,void 0),Y=x([u(`people-dialogs`)],Y);var X=class extends o{constructor(...e){super(...e),this.count=0,this.hidden_=!1}static{this.styles=[b,T,v`
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
    `]}render(){return this.count===0?i:y`<div class="bar" role="toolbar" aria-label=${h(`people.selection`)}>
      <strong>${l(`people.selected`,this.count)}</strong>
      ${this.#e(`merge`,k,h(`people.merge`),`M`,this.count<2)}
      ${this.#e(`hide`,this.hidden_?te:s,this.hidden_?h(`people.show`):h(`people.hide`),`H`)}
      ${this.#e(`forget`,ne,h(`people.delete`),``)}
      ${this.#e(`clear`,ie,h(`people.clear`),``)}
    </div>`}#e(e,t,n,r,a=!1){return y`<button
      class="quiet ${e===`forget`?`danger`:``}"
      aria-label=${n}
      ?disabled=${a}
      @click=${()=>this.dispatchEvent(new CustomEvent(e))}
    >
      <fr-icon path=${t}></fr-icon><span>${n}</span>${r?y`<kbd>${r}</kbd>`:i}
    </button>`}};x([O({type:Number})],X.prototype,`count`,void 0),x([O({type:Boolean})],X.prototype,`hidden_`,void 0),X=x([u(`selection-bar`)],X);function pe(e){let t={now:[],named:[],often:[],once:[]};for(let n of e)t[me(n)].push(n);return t.often.sort((e,t)=>t.sightings-e.sightings),[`now`,`named`,`often`,`once`].map(e=>({name:e,people:t[e]})).filter(e=>e.people.length)}function me(e){return e.on_site?`now`:e.name===null?e.sightings>1?`often`:`once`:`named`}function he(e,t){let n={frigate:t?.frigate.some(e=>e.reachable)??!1,mqtt:(t?.messages_received??0)>0,model:t?.ready??!1,crops:e.people>0,plan:e.placements>0,rescan:e.rescans>0,names:e.named>0,exposed:e.exposed>0};return Object.keys(n).map(e=>({name:e,done:n[e]}))}async function ge(e){let[t,n,r,i]=await Promise.all([Z(e,`identities?limit=1`),Z(e,`identities?state=named&limit=200`),Z(e,`placements`),Z(e,`jobs?kind=rescan`)]);return{dismissed:localStorage.getItem(`frigate-reid-first-run`)===`dismissed`,people:t.length,placements:r.length,rescans:i.length,named:n.length,exposed:n.filter(e=>e.exposed).length}}async function Z(e,t){try{return(await e.get(t)).items}catch{return[]}}var _e={crops:`#/cameras`,plan:`#/cameras?tab=plan`,rescan:`#/settings`,exposed:`#/people`},Q=class extends S{constructor(){super(),this.progress=null,E(this,()=>[this.services.site])}static{this.styles=[b,T,v`
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
    `]}connectedCallback(){super.connectedCallback(),ge(this.services.api).then(e=>this.progress=e)}render(){let e=this.progress?he(this.progress,this.services.site.state.health):[],t=e.filter(e=>e.done).length;return this.hidden=t===e.length||(this.progress?.dismissed??!0),this.hidden?i:y`<section class="card" aria-label=${h(`firstRun.title`)}>
      <header>
        <h2>${h(`firstRun.title`)}</h2>
        <span class="muted small numbers">${h(`firstRun.done`,{done:t,all:e.length})}</span>
        <span class="grow"></span>
        <button class="quiet" @click=${()=>this.#t()}>${h(`firstRun.dismiss`)}</button>
      </header>
      <ol>
        ${e.map((e,t)=>this.#e(e.name,e.done,t+1))}
      </ol>
    </section>`}#e(e,t,n){let r=_e[e],a=h(`firstRun.${e}`);return y`<li class=${t?`done`:``}>
      <span class="mark">${t?y`<fr-icon path=${D}></fr-icon>`:n}</span>
      <div>
        <h3>
          ${r&&!t?y`<a href=${r}>${a}</a>`:a}${t?y`<span class="unseen"> (${h(`firstRun.isDone`)})</span>`:i}
        </h3>
        ${t?i:y`<p class="muted small">${h(`firstRun.${e}.why`)}</p>`}
      </div>
    </li>`}#t(){this.progress&&={...this.progress,dismissed:!0},localStorage.setItem(`frigate-reid-first-run`,`dismissed`)}};x([r()],Q.prototype,`progress`,void 0),Q=x([u(`first-run`)],Q);var ve=400,$=class extends S{#e;#t;#n;constructor(){super(),this.#e=null,this.#t=[],this.#n=0,this.naming=``,E(this,()=>[this.store]),new oe(this,()=>({"/":()=>this.filtersBar.focusSearch(),n:()=>this.#m(e=>this.naming=e.id),x:()=>this.#m(e=>this.store.toggle(e.id)),h:()=>void this.dialogs.hide(this.#f()),m:()=>this.dialogs.startMerge(this.#f()),u:()=>void this.services.toasts.undoLast(h(`undo.done`)),Escape:()=>this.store.clearSelection(),ArrowRight:()=>this.#g(1),ArrowLeft:()=>this.#g(-1),ArrowDown:()=>this.#g(this.#_()),ArrowUp:()=>this.#g(-this.#_())}))}static{this.styles=M}get store(){return this.#e??=new F(this.services.api),this.#e}connectedCallback(){super.connectedCallback();let{live:e,toasts:t}=this.services;this.#t=[e.subscribe(({topic:e})=>{(e===`identities`||e===`sightings`)&&this.#d()}),e.onState(e=>e&&void this.store.load()),t.onUndone(()=>void this.store.load())],this.store.load()}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#n);for(let e of this.#t)e()}render(){let{state:e}=this.store,{site:t}=this.services;return y`<div class="head">
        <h1>${h(`people.title`)}</h1>
        <p class="muted">${this.#r()}</p>
      </div>
      <first-run></first-run>
      <people-filters
        .filters=${e.filters}
        .cameras=${e.cameras}
        .latest=${w(t.now_s(),t.zone)}
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
      <people-dialogs .store=${this.store}></people-dialogs>`}#r(){let{phase:e,people:t,cursor:n}=this.store.state;return e===`ready`?n===null?l(`people.count`,t.length):h(`people.many`,{n:t.length}):``}#i(){let{phase:e,error:t,people:n,filters:r}=this.store.state;return e===`loading`?y`<div class="tiles" aria-busy="true">${ce(12,`tile`)}</div>`:e===`error`&&n.length===0?y`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:n.length===0?this.#a(r):r.state!==`visible`||r.q?this.#s(n):y`${pe(n).map(e=>this.#o(e))} ${this.#l()}`}#a(e){let t=e.q||e.camera||e.day||e.state!==`visible`,n=t?`filtered`:`empty`;return y`<fr-notice
      .icon=${d}
      heading=${h(`people.${n}.title`)}
      text=${h(`people.${n}.text`)}
    >
      ${t?y`<button class="action" @click=${()=>void this.store.filter(ye)}>
            ${h(`people.filtered.clear`)}
          </button>`:y`<a class="action" href="#/settings">${h(`people.empty.action`)}</a>`}
    </fr-notice>`}#o({name:e,people:t}){let n=y`<h2>
      ${h(`people.section.${e}`)} <span class="muted numbers">${t.length}</span>
    </h2>`;return e===`once`?y`<details>
      <summary>${n}</summary>
      <p class="muted small">${h(`people.onceExpires`)}</p>
      ${this.#s(t)}
    </details>`:y`<section>${n}${this.#s(t)}</section>`}#s(e){return y`<div class="tiles">${e.map(e=>this.#c(e))}</div>`}#c(e){let{selected:t,selecting:n,named:r,asked:i,days:a}=this.store.state;return y`<person-tile
      .person=${e}
      .now_s=${this.services.site.now_s()}
      .names=${r.map(e=>e.name??``)}
      .selected=${t.has(e.id)}
      .selecting=${n}
      .asked=${i.has(e.id)}
      .days=${a.get(e.id)??[]}
      .naming=${this.naming===e.id}
      @toggle=${()=>this.store.toggle(e.id)}
      @name=${()=>this.naming=e.id}
      @cancel-name=${()=>this.#u(e)}
      @renamed=${t=>{this.#u(e),this.dialogs.rename(e,t.detail)}}
    ></person-tile>`}#l(){let{cursor:e,loadingMore:t}=this.store.state;return e===null?i:y`<p class="more">
      <button class="action" ?disabled=${t} @click=${()=>void this.store.more()}>
        ${h(`action.more`)}
      </button>
    </p>`}#u(e){this.naming=``,this.updateComplete.then(()=>this.#h(e.id)?.focus())}#d(){clearTimeout(this.#n),this.#n=window.setTimeout(()=>{this.naming===``&&this.store.load()},ve)}#f(){let{people:e,selected:t}=this.store.state;if(t.size>0)return e.filter(e=>t.has(e.id));let n=this.#p();return n?[n.person]:[]}#p(){return this.renderRoot.querySelector(`person-tile:focus-within`)}#m(e){let t=this.#p();t&&e(t.person)}#h(e){return[...this.tiles].find(t=>t.person.id===e)}#g(e){let t=[...this.tiles].filter(e=>e.checkVisibility()),n=this.#p(),r=n?t.indexOf(n)+e:0;t[Math.max(0,Math.min(t.length-1,r))]?.focus()}#_(){let[e]=this.tiles;if(e===void 0)return 1;let t=e.parentElement?.clientWidth??1;return Math.max(1,Math.round(t/(e.offsetWidth+16)))}};x([r()],$.prototype,`naming`,void 0),x([e(`people-filters`)],$.prototype,`filtersBar`,void 0),x([e(`people-dialogs`)],$.prototype,`dialogs`,void 0),x([t(`person-tile`)],$.prototype,`tiles`,void 0),$=x([u(`people-page`)],$);var ye={state:`visible`,camera:``,day:``,q:``};export{$ as PeoplePage};