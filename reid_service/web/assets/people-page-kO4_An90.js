import{A as e,At as t,Bt as n,C as r,Dt as i,Et as a,Gt as o,Ht as s,It as c,J as l,Kt as u,Lt as d,Mt as f,N as ee,O as p,Ot as m,Pt as h,Qt as g,Rt as _,T as te,Tt as v,Ut as y,V as ne,Vt as b,Yt as x,a as S,bt as re,et as ie,f as ae,g as C,h as w,kt as T,q as oe,r as se,s as ce,w as le,y as ue,zt as E}from"./words-BNtJ4LZz.js";import{t as de}from"./index-Cg8RlJ2c.js";import{t as fe}from"./query-all-B3-xwh4V.js";import{t as pe}from"./repeat-BXS0Cl2e.js";import{t as D}from"./keys-BtAWeeJP.js";import{a as O,i as k,r as me,t as A}from"./fr-picture--T81PWeK.js";import"./fr-segments-BWvJhxju.js";import"./fr-dialog-BIs4G8_2.js";import"./name-editor-DDwlOtG4.js";import"./fr-timeline-B6rvosO8.js";var he={},ge=T(class extends t{constructor(){super(...arguments),this.ot=he}render(e,t){return t()}update(e,[t,n]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((e,t)=>e===this.ot[t]))return s}else if(this.ot===t)return s;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,n)}}),j=new WeakMap,M=T(class extends de{render(e){return b}update(e,[t]){let n=t!==this.G;return n&&this.rt(void 0),(n||this.lt!==this.ct)&&(this.G=t,this.ht=e.options?.host,this.rt(this.ct=e.element)),b}rt(e){if(this.G!==void 0){if(this.isConnected||(e=void 0),typeof this.G==`function`){let t=this.ht??globalThis,n=j.get(t);n===void 0&&(n=new WeakMap,j.set(t,n)),n.get(this.G)!==void 0&&this.G.call(this.ht,void 0),n.set(this.G,e),e!==void 0&&this.G.call(this.ht,e)}else this.G.value=e}}get lt(){return typeof this.G==`function`?j.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}}),N=class extends n{constructor(...e){super(...e),this.cameras=[],this.latest=``,this.selecting=!1,this.#e=0}#e;static{this.styles=[v,a,m,u`
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
    `]}focusSearch(){this.search.focus()}render(){let{filters:t}=this;return y`<div class="bar" role="search">
      <div class="search">
        <fr-icon path=${ie}></fr-icon>
        <input
          type="search"
          placeholder=${h(`people.search`)}
          aria-label=${h(`people.search`)}
          .value=${t.q}
          @input=${()=>this.#t()}
        />
      </div>
      <fr-segments
        label=${h(`people.which`)}
        .segments=${[`visible`,`named`,`unnamed`,`hidden`].map(e=>({value:e,label:h(`people.state.${e}`)}))}
        .value=${t.state}
        @chosen=${e=>this.#n({state:e.detail})}
      ></fr-segments>
      <select
        aria-label=${h(`people.camera`)}
        @change=${e=>this.#n({camera:e.target.value})}
      >
        <option value="">${h(`people.anyCamera`)}</option>
        ${this.cameras.map(({name:e})=>y`<option value=${e} ?selected=${e===t.camera}>
              ${S(e)}
            </option>`)}
      </select>
      <input
        type="date"
        aria-label=${h(`people.day`)}
        .value=${t.day}
        max=${this.latest||b}
        @change=${e=>this.#n({day:e.target.value})}
      />
      <button
        aria-pressed=${this.selecting}
        @click=${()=>this.dispatchEvent(new CustomEvent(`select-mode`))}
      >
        <fr-icon path=${e}></fr-icon>${h(`people.selectMode`)}
      </button>
    </div>`}#t(){clearTimeout(this.#e),this.#e=window.setTimeout(()=>this.#n({q:this.search.value.trim()}),200)}#n(e){this.dispatchEvent(new CustomEvent(`filter`,{detail:e}))}};C([_({attribute:!1})],N.prototype,`filters`,void 0),C([_({attribute:!1})],N.prototype,`cameras`,void 0),C([_()],N.prototype,`latest`,void 0),C([_({type:Boolean})],N.prototype,`selecting`,void 0),C([O(`input[type=search]`)],N.prototype,`search`,void 0),N=C([E(`people-filters`)],N);var P=[v,a,k,u`
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
    person-tile {
      /* Hundreds that are out of sight cost neither layout nor painting. */
      content-visibility: auto;
      contain-intrinsic-size: auto 196px auto 350px;
    }
    .tile {
      aspect-ratio: 10 / 16;
      border-radius: var(--radius);
    }
    .newcomers {
      position: sticky;
      top: 12px;
      z-index: 4;
      text-align: center;
      height: 0;
    }
    .newcomers button {
      box-shadow: var(--shadow-2);
      border-radius: 999px;
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
  `],F=60,I=200,L=24,_e=class extends x{#e=0;constructor(e){super({phase:`loading`,error:null,filters:{state:`visible`,camera:``,day:``,q:``},people:[],cursor:null,loadingMore:!1,waiting:0,cameras:[],named:[],names:[],asked:new Set,days:new Map,selecting:!1,selected:new Set}),this.api=e}async load({hold:e=!1}={}){let t=++this.#e;try{let[n,r,i]=await Promise.all([this.#t(this.state.people.length),this.api.get(`cameras`),this.api.get(`identities`,{state:`named`,limit:200})]);if(t!==this.#e)return;let a=be(this.state.people,n.items);this.set({phase:`ready`,error:null,...e?ye(this.state.people,a):{people:a,waiting:0},cursor:n.cursor,cameras:r.items,named:i.items,...xe(this.state.names,i.items)}),this.set({selected:ve(this.state.selected,this.state.people)}),await this.#r(t),await this.#i(t)}catch(e){t===this.#e&&this.set({phase:`error`,error:g(e)})}}async more(){let{cursor:e,loadingMore:t}=this.state;if(!(e===null||t)){this.set({loadingMore:!0});try{let t=await this.#n(e,F);this.set({people:[...this.state.people,...t.items],cursor:t.cursor})}finally{this.set({loadingMore:!1})}}}filter(e){return this.set({filters:{...this.state.filters,...e}}),this.load()}find(e){return this.state.people.find(t=>t.id===e)}namesakes(e,t){let n=t.trim().toLocaleLowerCase();return this.state.named.filter(t=>t.id!==e&&t.name?.toLocaleLowerCase()===n)}async rename(e,t){let n=await this.api.patch(R(e),{name:t});return this.#a(n.identity),this.load(),n.decision_ids}async setHidden(e,t){let n=[];for(let r of e){let e=await this.api.patch(R(r),{hidden:t});n.push(...e.decision_ids)}return this.clearSelection(),this.load(),n}async forget(e){try{for(let t of e)await this.api.delete(R(t))}finally{this.clearSelection(),this.load()}}async merge(e,t){let n=await this.api.post(`${R(e)}/merge`,{others:t});return this.clearSelection(),this.load(),n}selectMode(e){this.set({selecting:e,selected:e?this.state.selected:new Set})}toggle(e){let t=new Set(this.state.selected);t.delete(e)||t.add(e),this.set({selected:t,selecting:t.size>0||this.state.selecting})}clearSelection(){this.set({selected:new Set,selecting:!1})}async#t(e){let t=await this.#n(null,Math.max(F,Math.min(I,e))),n=[...t.items],{cursor:r}=t;for(;r!==null&&n.length<e;){let t=await this.#n(r,Math.min(I,e-n.length));n.push(...t.items),r=t.cursor}return{items:n,cursor:r}}#n(e,t){let{state:n,camera:r,day:i,q:a}=this.state.filters;return this.api.get(`identities`,{state:n,camera:r,day:i,q:a,cursor:e,limit:t})}async#r(e){try{let{items:t}=await this.api.get(`reviews/next`,{count:50});if(e!==this.#e)return;this.set({asked:new Set(t.flatMap(e=>[e.a.id,e.b.id]))})}catch{}}async#i(e){let t=new Map,n=this.state.people.filter(e=>e.name!==null).slice(0,L);try{for(let{id:r}of n){let n={identity_id:r,days:7};if(t.set(r,(await this.api.get(`statistics`,n)).days),e!==this.#e)return}this.set({days:t})}catch{}}#a(e){let t=this.state.people.map(t=>t.id===e.id?e:t);this.set({people:t})}};function R(e){return`identities/${encodeURIComponent(e)}`}function ve(e,t){let n=new Set(t.map(e=>e.id));return new Set([...e].filter(e=>n.has(e)))}function ye(e,t){let n=new Map(t.map(e=>[e.id,e])),r=e.map(e=>n.get(e.id)??e),i=new Set(e.map(e=>e.id));return{people:r,waiting:t.filter(e=>!i.has(e.id)).length}}function be(e,t){let n=new Map(e.map(e=>[e.id,e]));return t.map(e=>{let t=n.get(e.id);return t!==void 0&&JSON.stringify(t)===JSON.stringify(e)?t:e})}function xe(e,t){let n=t.map(e=>e.name??``);return n.join(`
`)===e.join(`
`)?{}:{names:n}}function Se(e){let t={now:[],named:[],often:[],once:[]};for(let n of e)t[we(n)].push(n);return t.often.sort((e,t)=>t.sightings-e.sightings),[`now`,`named`,`often`,`once`].map(e=>({name:e,people:t[e]})).filter(e=>e.people.length)}function Ce(e,t){return[...e].sort((e,t)=>t.sightings-e.sightings||e.number-t.number).slice(0,t)}function we(e){return e.on_site?`now`:e.name===null?e.sightings>1?`often`:`once`:`named`}var Te=8,Ee=5,z=class extends w{constructor(...e){super(...e),this.dialogs=null,this.people=null,this.at=0,this.crops=[]}static{this.styles=[v,a,m,u`
      .pictures {
        display: grid;
        grid-template-columns: repeat(5, minmax(0, 1fr));
        gap: 10px;
        margin: 12px 0 16px;
        --picture-ratio: 3 / 4;
      }
      form {
        display: flex;
        gap: 10px;
 margin-bottom: 8px;
      }
      input {
        flex: 1;
        font-size: 17px;
        min-height: 46px;
      }
    `]}connectedCallback(){super.connectedCallback(),this.#n()}render(){let{people:e,at:t}=this,n=e?.[t];return y`<fr-dialog wide heading=${h(`guide.title`)} @closed=${()=>this.#i()}>
      ${e===null?y`<p class="muted">${h(`guide.looking`)}</p>`:b}
      ${n?this.#e(n,e?.length??0):b}
      ${e!==null&&!n?y`<p role="status">${h(`guide.done`)}</p>`:b}
      <button slot="actions" @click=${()=>this.#i()}>${h(`action.close`)}</button>
    </fr-dialog>`}#e(e,t){let n=this.crops.length?this.crops:[e.crop_id];return y`<p class="muted numbers" role="status">
        ${h(`guide.step`,{n:this.at+1,all:t})} · ${c(`people.sightings`,e.sightings)}
        ${e.words?` · ${e.words}`:b}
      </p>
      <div class="pictures">
        ${n.map(t=>y`<fr-picture .src=${A(t)} alt=${e.label}></fr-picture>`)}
      </div>
      <form @submit=${t=>void this.#t(t,e)}>
        <input
          list="guide-names"
          maxlength="100"
          autocomplete="off"
          enterkeyhint="next"
          autofocus
          placeholder=${h(`guide.who`)}
          aria-label=${h(`people.nameOf`,{name:e.label})}
        />
        <datalist id="guide-names">
          ${this.store.state.named.map(e=>y`<option value=${e.name??``}></option>`)}
        </datalist>
        <button class="primary">${h(`guide.next`)}</button>
      </form>
      <p class="muted small">${h(`guide.hint`)}</p>`}async#t(e,t){e.preventDefault();let n=this.input?.value.trim()??``;n!==``&&await this.dialogs?.rename(t,n),this.input&&(this.input.value=``),this.at+=1,await this.#r(),await this.updateComplete,(this.input??this.closer).focus()}async#n(){try{let{items:e}=await this.services.api.get(`identities`,{state:`unnamed`,limit:200});this.people=Ce(e,Te),await this.#r(),await this.updateComplete,this.input?.focus()}catch(e){this.services.toasts.failed(e),this.#i()}}async#r(){let e=this.people?.[this.at];if(this.crops=[],e!==void 0)try{let t=`identities/${encodeURIComponent(e.id)}/templates`,{crops:n}=await this.services.api.get(t,{limit:Ee});if(this.people?.[this.at]!==e)return;this.crops=n.filter(e=>e.has_picture).map(e=>e.id)}catch{}}#i(){this.dispatchEvent(new CustomEvent(`closed`))}};C([_({attribute:!1})],z.prototype,`store`,void 0),C([_({attribute:!1})],z.prototype,`dialogs`,void 0),C([d()],z.prototype,`people`,void 0),C([d()],z.prototype,`at`,void 0),C([d()],z.prototype,`crops`,void 0),C([O(`input`)],z.prototype,`input`,void 0),C([O(`button[slot=actions]`)],z.prototype,`closer`,void 0),z=C([E(`naming-guide`)],z);var B=5,De=350,Oe=750,ke=class{#e;#t;#n;#r;constructor(e){this.host=e,this.#e=0,this.#t=[],this.#n=``,this.#r=-1,this.start=()=>{clearTimeout(this.#e),this.#e=window.setTimeout(()=>void this.#i(),De)},this.stop=()=>{clearTimeout(this.#e),this.#r<0||(this.#r=-1,this.host.requestUpdate())},e.addController(this)}get cropId(){return this.#t[this.#r]??null}hostDisconnected(){this.stop()}async#i(){await this.#a(),this.#t.length<2||(this.#r=(this.#r+1)%this.#t.length,this.host.requestUpdate(),this.#e=window.setTimeout(()=>void this.#i(),Oe))}async#a(){let{id:e}=this.host.person;if(this.#n!==e){this.#n=e;try{let t=`identities/${encodeURIComponent(e)}/templates`,{crops:n}=await this.host.services.api.get(t,{limit:B});this.#t=n.filter(e=>e.has_picture).map(e=>e.id)}catch{this.#t=[]}}}},Ae=6,je=3,V=20;function Me(e,t){let n=Math.max(1,...e.map(e=>e.visits)),r=e.length*9-je;return o`<svg class="week" role="img" aria-label=${t} viewBox="0 0 ${r} ${V}"
    width=${r} height=${V}>
    ${e.map((e,t)=>{let r=Math.max(2,V*e.visits/n);return o`<rect x=${t*9} y=${V-r} width=${Ae} height=${r} rx="1.5"></rect>`})}
  </svg>`}var H=class extends w{constructor(...e){super(...e),this.names=[],this.now_s=0,this.selected=!1,this.selecting=!1,this.asked=!1,this.naming=!1,this.away=!1,this.days=[],this.#e=new ke(this)}#e;static{this.styles=[v,a,m,i,u`
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
        ${e.on_site?y`<span class="chip good">${h(`people.here`)}</span>`:b}
        ${this.asked?y`<span class="chip accent">${h(`people.asked`)}</span>`:b}
        ${e.hidden?y`<span class="chip">${h(`people.hidden`)}</span>`:b}
      </div>
      <button
        class="box"
        role="checkbox"
        aria-checked=${this.selected}
        aria-label=${h(`people.select`,{name:e.label})}
        @click=${()=>this.#o(`toggle`)}
      >
        <fr-icon path=${p}></fr-icon>
      </button>
      <div class="words">
        ${this.naming?this.#n():this.#t()}
        <p class="where cut">${this.#r()}</p>
        <div class="foot">
          <p class="where cut grow">${this.#i()}</p>
          ${this.days.length?Me(this.days,h(`people.week`)):b}
        </div>
      </div>`}#t(){let{person:e}=this;return y`<button
      class="name cut ${e.name===null?`unnamed`:``}"
      title=${h(this.away?`offline.why`:`people.rename`)}
      ?disabled=${this.away}
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
    ></name-editor>`}#r(){let{last_camera:e,last_seen_s:t,on_site:n}=this.person;if(e===null||t===null)return h(`people.never`);let r=n?h(`people.now`):se(this.now_s-t);return y`${S(e)} · ${r}`}#i(){let{sightings:e,words:t}=this.person,n=this.days.at(-1)?.visits??0,r=c(`people.sightings`,e);return n>0?c(`people.today`,n):t?`${r} · ${t}`:r}#a(e){this.selecting&&(e.preventDefault(),this.#o(`toggle`))}#o(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};C([_({attribute:!1})],H.prototype,`person`,void 0),C([_({attribute:!1})],H.prototype,`names`,void 0),C([_({type:Number})],H.prototype,`now_s`,void 0),C([_({type:Boolean,reflect:!0})],H.prototype,`selected`,void 0),C([_({type:Boolean,reflect:!0})],H.prototype,`selecting`,void 0),C([_({type:Boolean})],H.prototype,`asked`,void 0),C([_({type:Boolean})],H.prototype,`naming`,void 0),C([_({type:Boolean})],H.prototype,`away`,void 0),C([_({attribute:!1})],H.prototype,`days`,void 0),C([O(`a`)],H.prototype,`link`,void 0),H=C([E(`person-tile`)],H);var Ne=86400,U=class extends w{constructor(...e){super(...e),this.people=[],this.overlaps=[],this.routes=new Map}static{this.styles=[v,u`
      :host {
        display: block;
        min-height: 40px;
      }
      h3 {
        margin-bottom: 8px;
      }
    `]}willUpdate(e){let t=this.people.some(e=>!this.routes.has(e.id));e.has(`people`)&&t&&this.#e()}render(){let e=[...this.routes.values()].flatMap(e=>e.legs);if(e.length===0)return b;let t=Math.min(...e.map(e=>e.start_s)),n=Math.max(...e.map(e=>e.end_s)),r=new Set(this.overlaps.flatMap(e=>[e.first.sighting_id,e.second.sighting_id])),i=this.people.map(e=>({label:e.label,bars:(this.routes.get(e.id)?.legs??[]).map(e=>({id:e.sighting_id,from_s:e.start_s,to_s:e.end_s,style:r.has(e.sighting_id)?`clash`:`solid`,label:e.camera}))}));return y`<h3>${h(`merge.together`)}</h3>
      <fr-timeline
        .from_s=${t-60}
        .to_s=${n+60}
        .lanes=${i}
        .zone=${this.services.site.zone}
      ></fr-timeline>`}async#e(){let e=Math.max(...this.people.map(e=>e.last_seen_s??0)),t=this.people.map(async t=>{let n=`identities/${encodeURIComponent(t.id)}/route`,r={from:e-Ne,to:e+1};return[t.id,await this.services.api.get(n,r)]}),n=await Promise.allSettled(t);this.routes=new Map(n.flatMap(e=>e.status===`fulfilled`?[e.value]:[]))}};C([_({attribute:!1})],U.prototype,`people`,void 0),C([_({attribute:!1})],U.prototype,`overlaps`,void 0),C([d()],U.prototype,`routes`,void 0),U=C([E(`merge-preview`)],U);function Pe(e){return[...e].sort((e,t)=>Number(e.name===null)-Number(t.name===null)||e.number-t.number)}function Fe(e,t){return[...e.filter(e=>e.id===t),...e.filter(e=>e.id!==t)]}var W=class extends w{constructor(...e){super(...e),this.people=[],this.ordered=[],this.plan=null,this.error=null}static{this.styles=[v,a,i,u`
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
    `]}willUpdate(e){e.has(`people`)&&(this.ordered=Pe(this.people),this.#i())}render(){let[e,...t]=this.ordered;return e===void 0?b:y`<fr-dialog wide heading=${h(`merge.title`)}>
      <div class="stack">
        <div class="people">
          ${this.#e(e,!0)}
          <fr-icon path=${r}></fr-icon>
          ${t.map(e=>this.#e(e,!1))}
        </div>
        <p>
          ${h(`merge.stays`,{name:e.label})}
          ${t.length===1?y`<button class="quiet" @click=${()=>this.#r(t[0]?.id??``)}>
                <fr-icon path=${re}></fr-icon>${h(`merge.swap`)}
              </button>`:b}
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
        ${c(`merge.do`,this.ordered.length)}
      </button>
    </fr-dialog>`}#e(e,t){return y`<figure class=${t?`primary-one`:``}>
      <fr-picture .src=${A(e.crop_id)} alt=""></fr-picture>
      <figcaption>
        <strong>${e.label}</strong>
        <span class="muted small">${c(`people.sightings`,e.sightings)}</span>
        ${t?y`<span class="chip accent">${h(`merge.keeps`)}</span>`:this.ordered.length>2?y`<button class="quiet small" @click=${()=>this.#r(e.id)}>
                ${h(`merge.makeFirst`)}
              </button>`:b}
      </figcaption>
    </figure>`}#t(){let e=this.plan?.overlaps;return e===void 0?y`<p class="muted">${h(`merge.looking`)}</p>`:e.length===0?y`<p class="fine">${h(`merge.noOverlap`)}</p>`:y`<div class="against" role="alert">
      <strong>${c(`merge.overlaps`,e.length)}</strong>
      ${e.slice(0,5).map(e=>y`<span>${this.#n(e)}</span>`)}
    </div>`}#n({first:e,second:t,from_s:n,same_camera:r}){let i={time:ce(n,this.services.site.zone),a:S(e.camera),b:S(t.camera)};return h(r?`merge.sameCamera`:`merge.twoCameras`,i)}#r(e){this.ordered=Fe(this.ordered,e),this.#i()}async#i(){let[e,...t]=this.ordered;if(e!==void 0&&t.length!==0){this.plan=null,this.error=null;try{let n=`identities/${encodeURIComponent(e.id)}/merge`,r={others:t.map(e=>e.id),dry_run:!0};this.plan=await this.services.api.post(n,r)}catch(e){this.error=g(e)}}}#a(){let e=this.ordered.map(e=>e.id);this.dispatchEvent(new CustomEvent(`merge`,{detail:e}))}};C([_({attribute:!1})],W.prototype,`people`,void 0),C([d()],W.prototype,`ordered`,void 0),C([d()],W.prototype,`plan`,void 0),C([d()],W.prototype,`error`,void 0),W=C([E(`merge-sheet`)],W);var G=class extends n{constructor(...e){super(...e),this.name=``}static{this.styles=[v,a,u`
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
      <fr-picture src=${A(e.crop_id)??b} alt=${e.label}></fr-picture>
      <figcaption>
        <strong>${e.label}</strong><br /><span class="muted small"
          >${c(`people.sightings`,e.sightings)}</span
        >
      </figcaption>
    </figure>`}#t(e){this.dispatchEvent(new CustomEvent(`choice`,{detail:e}))}};C([_({attribute:!1})],G.prototype,`person`,void 0),C([_({attribute:!1})],G.prototype,`namesake`,void 0),C([_()],G.prototype,`name`,void 0),G=C([E(`namesake-dialog`)],G);var K=class extends w{constructor(...e){super(...e),this.open=null}static{this.styles=[v,a]}async rename(e,t){let[n]=t===``?[]:this.store.namesakes(e.id,t);n?this.open={kind:`namesake`,person:e,namesake:n,name:t}:await this.#n(e,t)}startMerge(e){e.length>1&&(this.open={kind:`merge`,people:e})}startForget(e){e.length>0&&(this.open={kind:`forget`,people:e})}async hide(e){if(e.length===0)return;let t=!e.every(e=>e.hidden);await this.#o(async()=>{let n=e.map(e=>e.id),r=await this.store.setHidden(n,t),i=t?`people.hiddenDone`:`people.shownDone`;this.services.toasts.done(c(i,e.length),r)})}render(){let{open:e}=this;return e===null?b:e.kind===`merge`?y`<merge-sheet
        .people=${e.people}
        @closed=${()=>this.#a()}
        @merge=${e=>void this.#r(e.detail)}
      ></merge-sheet>`:e.kind===`namesake`?y`<namesake-dialog
        .person=${e.person}
        .namesake=${e.namesake}
        .name=${e.name}
        @choice=${t=>void this.#t(e,t.detail)}
      ></namesake-dialog>`:this.#e(e.people)}#e(e){return y`<fr-dialog heading=${c(`forget.title`,e.length)} @closed=${()=>this.#a()}>
      <p>${h(`forget.text`,{names:e.map(e=>e.label).join(`, `)})}</p>
      <button slot="actions" @click=${()=>this.#a()}>${h(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#i(e)}>
        ${h(`forget.do`)}
      </button>
    </fr-dialog>`}async#t(e,t){this.#a(),t===`other`&&await this.#n(e.person,e.name),t===`merge`&&this.startMerge([e.namesake,e.person])}#n(e,t){return this.#o(async()=>{let n=await this.store.rename(e.id,t||null),r=t?h(`people.renamed`,{old:e.label,name:t}):h(`people.nameRemoved`,{old:e.label});this.services.toasts.done(r,n)})}#r([e=``,...t]){return this.#a(),this.#o(async()=>{let n=await this.store.merge(e,t),r={name:n.identity.label};this.services.toasts.done(c(`merge.done`,t.length+1,r),n.decision_ids)})}#i(e){return this.#a(),this.#o(async()=>{await this.store.forget(e.map(e=>e.id)),this.services.toasts.done(c(`forget.done`,e.length))})}#a(){this.open=null}async#o(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};C([_({attribute:!1})],K.prototype,`store`,void 0),C([d()],K.prototype,`open`,void 0),K=C([E(`people-dialogs`)],K);var q=class extends n{constructor(...e){super(...e),this.count=0,this.hidden_=!1,this.away=!1}static{this.styles=[v,a,u`
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
    `]}render(){return this.count===0?b:y`<div class="bar" role="toolbar" aria-label=${h(`people.selection`)}>
      <strong>${c(`people.selected`,this.count)}</strong>
      ${this.#e(`merge`,te,h(`people.merge`),`M`,this.count<2)}
      ${this.#e(`hide`,this.hidden_?l:oe,this.hidden_?h(`people.show`):h(`people.hide`),`H`)}
      ${this.#e(`forget`,ne,h(`people.delete`),``)}
      ${this.#e(`clear`,ee,h(`people.clear`),``)}
    </div>`}#e(e,t,n,r,i=!1){return y`<button
      class="quiet ${e===`forget`?`danger`:``}"
      aria-label=${n}
      ?disabled=${i||this.away&&e!==`clear`}
      title=${this.away?h(`offline.why`):b}
      @click=${()=>this.dispatchEvent(new CustomEvent(e))}
    >
      <fr-icon path=${t}></fr-icon><span>${n}</span>${r?y`<kbd>${r}</kbd>`:b}
    </button>`}};C([_({type:Number})],q.prototype,`count`,void 0),C([_({type:Boolean})],q.prototype,`hidden_`,void 0),C([_({type:Boolean})],q.prototype,`away`,void 0),q=C([E(`selection-bar`)],q);var Ie=[`plan`,`rescan`,`names`,`exposed`],J=`frigate-reid-first-run`,Y=`frigate-reid-first-run-skipped`;function Le(e,t){let n={frigate:t?.frigate.some(e=>e.reachable)??!1,mqtt:(t?.messages_received??0)>0,model:t?.ready??!1,crops:e.usable>0,plan:e.placements>0,rescan:e.rescans>0,names:e.named>0,exposed:e.exposed>0};return Object.keys(n).map(t=>({name:t,done:n[t]||e.skipped.includes(t),optional:Ie.includes(t)}))}async function Re(e){let[t,n,r,i,a]=await Promise.all([Z(e,`identities?limit=1`),Z(e,`identities?state=named&limit=200`),Z(e,`placements`),Z(e,`jobs?kind=rescan`),Z(e,`suitability`)]);return{dismissed:localStorage.getItem(J)===`dismissed`,skipped:X(),usable:a.reduce((e,t)=>e+t.usable_crops,0),people:t.length,placements:r.length,rescans:i.length,named:n.length,exposed:n.filter(e=>e.exposed).length}}function ze(){localStorage.setItem(J,`dismissed`)}function Be(e){return localStorage.setItem(Y,[...new Set([...X(),e])].join(` `)),X()}function X(){return(localStorage.getItem(Y)??``).split(` `).filter(Boolean)}async function Z(e,t){try{return(await e.get(t)).items}catch{return[]}}var Ve={frigate:`#/settings`,mqtt:`#/settings`,model:`#/settings`,crops:`#/cameras`,plan:`#/cameras?tab=plan`,rescan:`#/settings`,names:`#/people?guide=names`,exposed:`#/people`},Q=class extends w{constructor(){super(),this.progress=null,f(this,()=>[this.services.site])}static{this.styles=[v,a,u`
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
      .skip {
        min-height: 32px;
        padding: 0 10px;
        margin-left: -10px;
        font-size: 13px;
      }
      .done h3 {
        color: var(--ink-3);
        font-weight: 500;
      }
    `]}connectedCallback(){super.connectedCallback(),Re(this.services.api).then(e=>this.progress=e)}render(){let e=this.progress?Le(this.progress,this.services.site.state.health):[],t=e.filter(e=>e.done).length;return this.hidden=t===e.length||(this.progress?.dismissed??!0),this.hidden?b:y`<section class="card" aria-label=${h(`firstRun.title`)}>
      <header>
        <h2>${h(`firstRun.title`)}</h2>
        <span class="muted small numbers">${h(`firstRun.done`,{done:t,all:e.length})}</span>
        <span class="grow"></span>
        <button class="quiet" @click=${()=>this.#n()}>${h(`firstRun.dismiss`)}</button>
      </header>
      <ol>
        ${e.map((e,t)=>this.#e(e,t+1))}
      </ol>
    </section>`}#e({name:e,done:t,optional:n},r){let i=Ve[e],a=h(`firstRun.${e}`);return y`<li class=${t?`done`:``}>
      <span class="mark">${t?y`<fr-icon path=${p}></fr-icon>`:r}</span>
      <div>
        <h3>
          ${t?a:y`<a href=${i}>${a}</a>`}${t?y`<span class="unseen"> (${h(`firstRun.isDone`)})</span>`:b}
        </h3>
        ${t?b:y`<p class="muted small">${h(`firstRun.${e}.why`)}</p>`}
        ${t||!n?b:y`<button
              class="quiet skip"
              aria-label=${h(`firstRun.skipStep`,{name:a})}
              @click=${()=>this.#t(e)}
            >
              ${h(`firstRun.skip`)}
            </button>`}
      </div>
    </li>`}#t(e){let t=Be(e);this.progress&&={...this.progress,skipped:t}}#n(){this.progress&&={...this.progress,dismissed:!0},ze()}};C([d()],Q.prototype,`progress`,void 0),Q=C([E(`first-run`)],Q);var He=1e3,Ue=240,We=[],$=class extends w{#e;#t;#n;#r;constructor(){super(),this.#e=null,this.#t=[],this.#n=0,this.#r=null,this.naming=``,this.away=!1,f(this,()=>[this.store]),new D(this,()=>({"/":()=>this.filtersBar.focusSearch(),n:()=>this.#S(e=>this.#o(e)),x:()=>this.#S(e=>this.store.toggle(e.id)),h:()=>this.#a(()=>void this.dialogs.hide(this.#b())),m:()=>this.#a(()=>this.dialogs.startMerge(this.#b())),u:()=>void this.services.toasts.undoLast(h(`undo.done`)),Escape:()=>this.store.clearSelection(),ArrowRight:()=>this.#w(1),ArrowLeft:()=>this.#w(-1),ArrowDown:()=>this.#w(this.#T()),ArrowUp:()=>this.#w(-this.#T())}))}static{this.styles=P}get store(){return this.#e??=new _e(this.services.api),this.#e}connectedCallback(){super.connectedCallback();let{live:e,toasts:t,site:n,router:r}=this.services;this.away=!n.state.live,this.#t=[n.subscribe(()=>this.away=!n.state.live),r.subscribe(()=>this.requestUpdate()),e.subscribe(({topic:e})=>{(e===`identities`||e===`sightings`)&&this.#y()}),e.onState(e=>e&&void this.store.load()),t.onUndone(()=>void this.store.load())],this.store.load()}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#n),this.#n=0,this.#r?.disconnect();for(let e of this.#t)e()}render(){let{state:e}=this.store,{site:t}=this.services;return y`<div class="head">
        <h1>${h(`people.title`)}</h1>
        <p class="muted">${this.#l()}</p>
      </div>
      <first-run></first-run>
      <people-filters
        .filters=${e.filters}
        .cameras=${e.cameras}
        .latest=${ae(t.now_s(),t.zone)}
        .selecting=${e.selecting}
        @filter=${e=>void this.store.filter(e.detail)}
        @select-mode=${()=>this.store.selectMode(!e.selecting)}
      ></people-filters>
      ${this.#s()} ${this.#u()}
      <selection-bar
        .count=${e.selected.size}
        .hidden_=${e.filters.state===`hidden`}
        .away=${this.away}
        @merge=${()=>this.dialogs.startMerge(this.#b())}
        @hide=${()=>void this.dialogs.hide(this.#b())}
        @forget=${()=>this.dialogs.startForget(this.#b())}
        @clear=${()=>this.store.clearSelection()}
      ></selection-bar>
      <people-dialogs .store=${this.store}></people-dialogs>
      ${t.state.gate===`open`&&this.#i?y`<naming-guide
            .store=${this.store}
            .dialogs=${this.dialogs}
            @closed=${()=>this.services.router.refine({guide:null})}
          ></naming-guide>`:b}`}get#i(){return this.services.router.state.place.params.get(`guide`)===`names`}#a(e){this.away||e()}#o(e){this.#a(()=>this.naming=e.id)}#s(){let{waiting:e}=this.store.state;return e===0?b:y`<p class="newcomers">
      <button class="primary" @click=${()=>this.#c()}>
        <fr-icon path=${le}></fr-icon>${c(`people.newcomers`,e)}
      </button>
    </p>`}async#c(){await this.store.load(),window.scrollTo({top:0})}#l(){let{phase:e,people:t,cursor:n}=this.store.state;return e===`ready`?n===null?c(`people.count`,t.length):h(`people.many`,{n:t.length}):``}#u(){let{phase:e,error:t,people:n,filters:r}=this.store.state;return e===`loading`?y`<div class="tiles" aria-busy="true">${me(12,`tile`)}</div>`:e===`error`&&n.length===0?y`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:n.length===0?this.#d(r):r.state!==`visible`||r.q?this.#p(n):y`${Se(n).map(e=>this.#f(e))} ${this.#g()}`}#d(e){let t=e.q||e.camera||e.day||e.state!==`visible`,n=t?`filtered`:`empty`;return y`<fr-notice
      .icon=${ue}
      heading=${h(`people.${n}.title`)}
      text=${h(`people.${n}.text`)}
    >
      ${t?y`<button class="action" @click=${()=>void this.store.filter(Ge)}>
            ${h(`people.filtered.clear`)}
          </button>`:y`<a class="action" href="#/settings">${h(`people.empty.action`)}</a>`}
    </fr-notice>`}#f({name:e,people:t}){let n=y`<h2>
      ${h(`people.section.${e}`)} <span class="muted numbers">${t.length}</span>
    </h2>`;return e===`once`?y`<details>
      <summary>${n}</summary>
      <p class="muted small">${h(`people.onceExpires`)}</p>
      ${this.#p(t)}
    </details>`:y`<section>${n}${this.#p(t)}</section>`}#p(e){return y`<div class="tiles">
      ${pe(e,e=>e.id,e=>ge(this.#m(e),()=>this.#h(e)))}
    </div>`}#m(e){let{selected:t,selecting:n,names:r,asked:i,days:a}=this.store.state,{id:o}=e,s=Math.floor(this.services.site.now_s()/60);return[e,r,n,this.away,s,this.naming===o,t.has(o),i.has(o),a.get(o)]}#h(e){let{selected:t,selecting:n,names:r,asked:i,days:a}=this.store.state;return y`<person-tile
      .person=${e}
      .now_s=${this.services.site.now_s()}
      .names=${r}
      .selected=${t.has(e.id)}
      .selecting=${n}
      .asked=${i.has(e.id)}
      .days=${a.get(e.id)??We}
      .naming=${this.naming===e.id}
      @toggle=${()=>this.store.toggle(e.id)}
      .away=${this.away}
      @name=${()=>this.#o(e)}
      @cancel-name=${()=>this.#_(e)}
      @renamed=${t=>{this.#_(e),this.dialogs.rename(e,t.detail)}}
    ></person-tile>`}#g(){let{cursor:e,loadingMore:t}=this.store.state;return e===null?b:y`<p class="more" ${M(e=>this.#v(e))}>
      <button class="action" ?disabled=${t} @click=${()=>void this.store.more()}>
        ${h(`action.more`)}
      </button>
    </p>`}#_(e){this.naming=``,this.updateComplete.then(()=>this.#C(e.id)?.focus())}#v(e){this.#r?.disconnect(),e!==void 0&&(this.#r=new IntersectionObserver(e=>{e.some(e=>e.isIntersecting)&&this.store.more()},{rootMargin:`600px`}),this.#r.observe(e))}#y(){this.#n===0&&(this.#n=window.setTimeout(()=>{this.#n=0;let e=window.scrollY>Ue||this.store.state.selected.size>0;this.naming===``&&this.store.load({hold:e})},He))}#b(){let{people:e,selected:t}=this.store.state;if(t.size>0)return e.filter(e=>t.has(e.id));let n=this.#x();return n?[n.person]:[]}#x(){return this.renderRoot.querySelector(`person-tile:focus-within`)}#S(e){let t=this.#x();t&&e(t.person)}#C(e){return[...this.tiles].find(t=>t.person.id===e)}#w(e){let t=[...this.tiles].filter(e=>e.checkVisibility()),n=this.#x(),r=n?t.indexOf(n)+e:0;t[Math.max(0,Math.min(t.length-1,r))]?.focus()}#T(){let[e]=this.tiles;if(e===void 0)return 1;let t=e.parentElement?.clientWidth??1;return Math.max(1,Math.round(t/(e.offsetWidth+16)))}};C([d()],$.prototype,`naming`,void 0),C([d()],$.prototype,`away`,void 0),C([O(`people-filters`)],$.prototype,`filtersBar`,void 0),C([O(`people-dialogs`)],$.prototype,`dialogs`,void 0),C([fe(`person-tile`)],$.prototype,`tiles`,void 0),$=C([E(`people-page`)],$);var Ge={state:`visible`,camera:``,day:``,q:``};export{$ as PeoplePage};