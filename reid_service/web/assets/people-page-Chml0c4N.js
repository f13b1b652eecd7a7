import{$ as e,A as t,F as n,Ft as r,Gt as i,It as a,Jt as o,K as s,Kt as c,Lt as l,N as u,O as ee,Pt as d,Q as te,Qt as f,R as ne,Rt as p,Ut as m,Vt as re,Wt as h,Yt as g,Zt as _,a as v,an as y,b,g as ie,k as ae,kt as oe,l as se,ln as x,p as ce,qt as S,r as le,rn as C,st as ue,tn as de,u as fe,w as pe,x as w,zt as me}from"./words-CSYP8CTQ.js";import{t as he}from"./index-BZTx1U3Y.js";import{t as ge}from"./query-all-DMSAddk8.js";import{t as _e}from"./repeat-BBoSRMHA.js";import{t as ve}from"./keys-BtAWeeJP.js";import{a as T,i as ye,r as be,t as E}from"./fr-picture-DPjzeCCH.js";import"./fr-segments-B40J1w4p.js";import"./fr-dialog-DjE7l8O2.js";import"./name-editor-BJ2ek8xd.js";import"./fr-timeline-Cv4mvkuW.js";var xe={},D=p(class extends me{constructor(){super(...arguments),this.ot=xe}render(e,t){return t()}update(e,[t,n]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((e,t)=>e===this.ot[t]))return o}else if(this.ot===t)return o;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,n)}}),O=new WeakMap,Se=p(class extends he{render(e){return S}update(e,[t]){let n=t!==this.G;return n&&this.rt(void 0),(n||this.lt!==this.ct)&&(this.G=t,this.ht=e.options?.host,this.rt(this.ct=e.element)),S}rt(e){if(this.G!==void 0){if(this.isConnected||(e=void 0),typeof this.G==`function`){let t=this.ht??globalThis,n=O.get(t);n===void 0&&(n=new WeakMap,O.set(t,n)),n.get(this.G)!==void 0&&this.G.call(this.ht,void 0),n.set(this.G,e),e!==void 0&&this.G.call(this.ht,e)}else this.G.value=e}}get lt(){return typeof this.G==`function`?O.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}}),k=[`last_seen`,`name`,`first_seen`,`sightings`],A=`frigate-reid-people-sort`;function Ce(e){let t=e.getItem(A);return k.find(e=>e===t)??`last_seen`}function we(e,t){e.setItem(A,t)}var j=class extends c{constructor(...e){super(...e),this.cameras=[],this.latest=``,this.selecting=!1,this.#e=0}#e;static{this.styles=[d,r,l,f`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        align-items: center;
      }
      .search {
        position: relative;
        flex: 1 1 170px;
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
          flex: 1 1 40%;
        }
      }
    `]}focusSearch(){this.search.focus()}render(){let{filters:e}=this;return g`<div class="bar" role="search">
      <div class="search">
        <fr-icon path=${ue}></fr-icon>
        <input
          type="search"
          placeholder=${C(`people.search`)}
          aria-label=${C(`people.search`)}
          .value=${e.q}
          @input=${()=>this.#t()}
        />
      </div>
      <fr-segments
        label=${C(`people.which`)}
        .segments=${[`visible`,`named`,`unnamed`,`hidden`].map(e=>({value:e,label:C(`people.state.${e}`)}))}
        .value=${e.state}
        @chosen=${e=>this.#n({state:e.detail})}
      ></fr-segments>
      <select
        aria-label=${C(`people.camera`)}
        @change=${e=>this.#n({camera:e.target.value})}
      >
        <option value="">${C(`people.anyCamera`)}</option>
        ${this.cameras.map(({name:t})=>g`<option value=${t} ?selected=${t===e.camera}>
              ${v(t)}
            </option>`)}
      </select>
      <input
        type="date"
        aria-label=${C(`people.day`)}
        .value=${e.day}
        max=${this.latest||S}
        @change=${e=>this.#n({day:e.target.value})}
      />
      <select
        aria-label=${C(`people.sort`)}
        @change=${e=>this.#n({sort:e.target.value})}
      >
        ${k.map(t=>g`<option value=${t} ?selected=${t===e.sort}>
              ${C(`people.sort.${t}`)}
            </option>`)}
      </select>
      <button
        aria-pressed=${this.selecting}
        @click=${()=>this.dispatchEvent(new CustomEvent(`select-mode`))}
      >
        <fr-icon path=${n}></fr-icon>${C(`people.selectMode`)}
      </button>
    </div>`}#t(){clearTimeout(this.#e),this.#e=window.setTimeout(()=>this.#n({q:this.search.value.trim()}),200)}#n(e){this.dispatchEvent(new CustomEvent(`filter`,{detail:e}))}};w([h({attribute:!1})],j.prototype,`filters`,void 0),w([h({attribute:!1})],j.prototype,`cameras`,void 0),w([h()],j.prototype,`latest`,void 0),w([h({type:Boolean})],j.prototype,`selecting`,void 0),w([T(`input[type=search]`)],j.prototype,`search`,void 0),j=w([i(`people-filters`)],j);var Te=1e3,Ee=class{#e=new Set;#t=!1;#n=null;constructor(e){this.parts=e}take({topic:e,data:t}){if(e===`reviews`)this.#t=!0;else if(e===`identities`||e===`sightings`){let{identity_id:e,other_identity_id:n}=t;for(let t of[e,n])t&&this.#e.add(t)}else return;this.#n===null&&this.#r()}stop(){this.#n!==null&&clearTimeout(this.#n),this.#n=null}#r(){this.#n=setTimeout(()=>void this.#i(),Te)}async#i(){if(this.parts.isBusy())return this.#r();let[e,t]=[this.#e,this.#t];this.#e=new Set,this.#t=!1,e.size>0&&await this.parts.refresh(e),t&&await this.parts.readAsked(),this.#n!==null&&(this.#n=null,(this.#e.size>0||this.#t)&&this.#r())}},De=[d,r,ye,f`
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
  `],Oe={last_seen:(e,t)=>Ae(t)-Ae(e)||M(e,t),first_seen:(e,t)=>N(t)-N(e)||M(e,t),sightings:(e,t)=>t.sightings-e.sightings||M(e,t),name:(e,t)=>Number(e.name===null)-Number(t.name===null)||ke((e.name??``).toLowerCase(),(t.name??``).toLowerCase())||e.number-t.number};function M(e,t){return e.id<t.id?1:-1}function ke(e,t){return e<t?-1:Number(e>t)}function Ae(e){return e.last_seen_s??e.created_s}function N(e){return e.first_seen_s??e.created_s}function je(e,{found:t,gone:n},r,i){let a=Oe[i],o=new Map(F(e,t).map(e=>[e.id,e])),s=e.filter(e=>!o.has(e.id)&&!n.has(e.id)),c=e.at(-1);return I(e,[...[...o.values()].filter(e=>r||c===void 0||a(e,c)<=0),...s].sort(a))}function P(e,t){let n=new Map(F(e,t).map(e=>[e.id,e])),r=e.map(e=>n.get(e.id)??e),i=new Set(e.map(e=>e.id)),a=t.filter(e=>!i.has(e.id)).length;return{people:I(e,r),waiting:a}}function Me(e,t,n){let r=new Set(t.map(e=>e.id)),i=n?[]:e.filter(e=>!r.has(e.id));return I(e,[...F(e,t),...i])}function Ne(e,{state:t,q:n}){return e.hidden!==(t===`hidden`)||t===`named`&&e.name===null||t===`unnamed`&&e.name!==null?!1:e.label.toLocaleLowerCase().includes(n.toLocaleLowerCase())}function F(e,t){let n=new Set(t.map(e=>e.id)),r=new Map(e.filter(e=>n.has(e.id)).map(e=>[e.id,e]));return t.map(e=>{let t=r.get(e.id);return t!==void 0&&JSON.stringify(t)===JSON.stringify(e)?t:e})}function I(e,t){return e.length===t.length&&e.every((e,n)=>e===t[n])?e:t}var Pe=class{constructor(e){this.api=e}page(e,t,n){return this.api.get(`identities`,{...e,cursor:t,limit:n})}async named(){return(await this.api.get(`identities`,{state:`named`,limit:200})).items}async cameras(){return(await this.api.get(`cameras`)).items}async each(e,t){let n=new Map,r=new Set;return await Promise.all(e.map(async e=>{let i=await this.#e(e);if(i===null)return r.add(e);let{redirected_from:a,...o}=i,s=Ne(o,t);return s&&n.set(o.id,o),a===null&&s?r:r.add(e)})),{found:[...n.values()],gone:r}}async keptDays(){let{retention:e}=await this.api.get(`settings/privacy`);return e.unnamed_days}async asked(){let{items:e}=await this.api.get(`reviews/next`,{count:50}),t=new Map;for(let{id:n,a:r,b:i}of e)for(let[e,a]of[[r,i],[i,r]]){let r=e.name===null?a.name:null,i=t.get(e.id);(i===void 0||i.like===null&&r!==null)&&t.set(e.id,{review:n,like:r})}return t}async days(e){return(await this.api.get(`statistics`,{identity_id:e,days:7})).days}async#e(e){try{return await this.api.get(`identities/${encodeURIComponent(e)}`)}catch(e){if(x(e).isNotFound)return null;throw e}}},L=60,Fe=30,R=10,Ie=100,Le=12,Re=24,ze=class extends de{#e;#t=0;constructor(e,t=`last_seen`){super({phase:`loading`,error:null,filters:{state:`visible`,camera:``,day:``,q:``,sort:t},people:[],cursor:null,loadingMore:!1,waiting:0,cameras:[],named:[],names:[],asked:new Map,days:new Map,keptDays:null,selecting:!1,selected:new Set}),this.api=e,this.#e=new Pe(e)}load({hold:e=!1}={}){return this.#n(t=>this.#r(t,e,this.state.people.length))}refresh(e,{hold:t=!1}={}){return this.#n(n=>this.#i(n,e,t))}async more(){let{cursor:e,loadingMore:t,filters:n}=this.state;if(!(e===null||t)){this.set({loadingMore:!0});try{let t=await this.#l(e,Fe);for(let e=0;e<t.items.length;e+=R){if(e>0&&await Be(),this.state.filters!==n)return;let r=new Set(this.state.people.map(e=>e.id)),i=t.items.slice(e,e+R).filter(e=>!r.has(e.id));i.length>0&&this.set({people:[...this.state.people,...i]})}this.state.cursor===e&&this.set({cursor:t.cursor})}finally{this.set({loadingMore:!1})}}}filter(e){return this.set({filters:{...this.state.filters,...e}}),this.#n(e=>this.#r(e,!1,0))}find(e){return this.state.people.find(t=>t.id===e)}namesakes(e,t){let n=t.trim().toLocaleLowerCase();return this.state.named.filter(t=>t.id!==e&&t.name?.toLocaleLowerCase()===n)}async readAsked(){try{this.set({asked:await this.#e.asked()})}catch{}}async rename(e,t){let n=await this.api.patch(z(e),{name:t});return this.#f(n.identity),this.refresh(new Set([e])).then(()=>this.readAsked()),n.decision_ids}async setHidden(e,t){let n=[];for(let r of e){let e=await this.api.patch(z(r),{hidden:t});n.push(...e.decision_ids)}return this.clearSelection(),this.refresh(new Set(e)),n}async forget(e){try{for(let t of e)await this.api.delete(z(t))}finally{this.clearSelection(),this.refresh(new Set(e))}}async merge(e,t){let n=await this.api.post(`${z(e)}/merge`,{others:t});return this.clearSelection(),this.refresh(new Set([e,...t])),n}selectMode(e){this.set({selecting:e,selected:e?this.state.selected:new Set})}toggle(e){let t=new Set(this.state.selected);t.delete(e)||t.add(e),this.set({selected:t,selecting:t.size>0||this.state.selecting})}clearSelection(){this.set({selected:new Set,selecting:!1})}async#n(e){let t=++this.#t;try{await e(t)}catch(e){t===this.#t&&this.set({phase:`error`,error:x(e)})}}async#r(e,t,n){let[r,i,a]=await Promise.all([this.#l(null),this.#e.named(),this.#e.cameras()]);if(e!==this.#t)return;this.set({named:i,names:He(this.state.names,i),cameras:a});let o=[...r.items],{cursor:s}=r;for(;s!==null&&o.length<n;){this.#c(o,t,!1);let r=await this.#l(s,Math.min(Ie,n-o.length));if(e!==this.#t)return;o.push(...r.items),s=r.cursor}this.#c(o,t,!0),this.set({cursor:s,selected:Ve(this.state.selected,this.state.people)}),await this.readAsked(),await this.#u(),await this.#d(e)}async#i(e,t,n){let[r,i]=await Promise.all([this.#l(null),this.#e.named()]),a=this.state.people.length,o=new Set(r.items.map(e=>e.id)),s=a>L?[...t].filter(e=>!o.has(e)&&this.#o(e)):[];if(s.length>Le)return this.#r(e,n,a);let c=await this.#e.each(s,this.state.filters);e===this.#t&&(this.set({named:i,names:He(this.state.names,i)}),a<=L?(this.#c(r.items,n,!0),this.set({cursor:r.cursor})):this.#a({...c,found:[...r.items,...c.found]},n),this.set({selected:Ve(this.state.selected,this.state.people)}),r.items.some(e=>this.#s(e))&&this.set({cameras:await this.#e.cameras()}),await this.#d(e,t))}#a(e,t){let{people:n,cursor:r,filters:i}=this.state;t?this.set(P(n,e.found)):this.set({people:je(n,e,r===null,i.sort),waiting:0})}#o(e){let{camera:t,day:n}=this.state.filters;return t===``&&n===``||this.find(e)!==void 0}#s({last_camera:e}){return e!==null&&this.state.cameras.every(t=>t.name!==e)}#c(e,t,n){let{people:r}=this.state,i=t?P(r,e):{people:Me(r,e,n),waiting:0};this.set({phase:`ready`,error:null,...i})}#l(e,t=L){return this.#e.page(this.state.filters,e,t)}async#u(){try{this.set({keptDays:await this.#e.keptDays()})}catch{}}async#d(e,t){let n=new Map(t?this.state.days:[]),r=this.state.people.filter(e=>e.name!==null).slice(0,Re).filter(({id:e})=>!n.has(e)||t?.has(e));try{for(let{id:t}of r)if(n.set(t,await this.#e.days(t)),e!==this.#t)return;r.length>0&&this.set({days:n})}catch{}}#f(e){let t=this.state.people.map(t=>t.id===e.id?e:t);this.set({people:t})}};function Be(){return new Promise(e=>setTimeout(e))}function z(e){return`identities/${encodeURIComponent(e)}`}function Ve(e,t){let n=new Set(t.map(e=>e.id));return new Set([...e].filter(e=>n.has(e)))}function He(e,t){let n=t.map(e=>e.name??``).sort((e,t)=>e.localeCompare(t));return n.join(`
`)===e.join(`
`)?e:n}function Ue(e,t){let n={now:[],named:[],often:[],once:[]};for(let t of e)n[Ge(t)].push(t);return t===`last_seen`&&n.often.sort((e,t)=>t.sightings-e.sightings),[`now`,`named`,`often`,`once`].map(e=>({name:e,people:n[e]})).filter(e=>e.people.length)}function We(e,t){return[...e].sort((e,t)=>t.sightings-e.sightings||e.number-t.number).slice(0,t)}function Ge(e){return e.on_site?`now`:e.name===null?e.sightings>1?`often`:`once`:`named`}var Ke=8,qe=5,B=class extends b{constructor(...e){super(...e),this.dialogs=null,this.people=null,this.at=0,this.crops=[]}static{this.styles=[d,r,l,f`
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
    `]}connectedCallback(){super.connectedCallback(),this.#n()}render(){let{people:e,at:t}=this,n=e?.[t];return g`<fr-dialog wide heading=${C(`guide.title`)} @closed=${()=>this.#i()}>
      ${e===null?g`<p class="muted">${C(`guide.looking`)}</p>`:S}
      ${n?this.#e(n,e?.length??0):S}
      ${e!==null&&!n?g`<p role="status">${C(`guide.done`)}</p>`:S}
      <button slot="actions" @click=${()=>this.#i()}>${C(`action.close`)}</button>
    </fr-dialog>`}#e(e,t){let n=this.crops.length?this.crops:[e.crop_id];return g`<p class="muted numbers" role="status">
        ${C(`guide.step`,{n:this.at+1,all:t})} · ${y(`people.sightings`,e.sightings)}
        ${e.words?` · ${e.words}`:S}
      </p>
      <div class="pictures">
        ${n.map(t=>g`<fr-picture .src=${E(t)} alt=${e.label}></fr-picture>`)}
      </div>
      <form @submit=${t=>void this.#t(t,e)}>
        <input
          list="guide-names"
          maxlength="100"
          autocomplete="off"
          enterkeyhint="next"
          autofocus
          placeholder=${C(`guide.who`)}
          aria-label=${C(`people.nameOf`,{name:e.label})}
        />
        <datalist id="guide-names">
          ${this.store.state.named.map(e=>g`<option value=${e.name??``}></option>`)}
        </datalist>
        <button class="primary">${C(`guide.next`)}</button>
      </form>
      <p class="muted small">${C(`guide.hint`)}</p>`}async#t(e,t){e.preventDefault();let n=this.input?.value.trim()??``;n!==``&&await this.dialogs?.rename(t,n),this.input&&(this.input.value=``),this.at+=1,await this.#r(),await this.updateComplete,(this.input??this.closer).focus()}async#n(){try{let{items:e}=await this.services.api.get(`identities`,{state:`unnamed`,limit:200});this.people=We(e,Ke),await this.#r(),await this.updateComplete,this.input?.focus()}catch(e){this.services.toasts.failed(e),this.#i()}}async#r(){let e=this.people?.[this.at];if(this.crops=[],e!==void 0)try{let t=`identities/${encodeURIComponent(e.id)}/templates`,{crops:n}=await this.services.api.get(t,{limit:qe});if(this.people?.[this.at]!==e)return;this.crops=n.filter(e=>e.has_picture).map(e=>e.id)}catch{}}#i(){this.dispatchEvent(new CustomEvent(`closed`))}};w([h({attribute:!1})],B.prototype,`store`,void 0),w([h({attribute:!1})],B.prototype,`dialogs`,void 0),w([m()],B.prototype,`people`,void 0),w([m()],B.prototype,`at`,void 0),w([m()],B.prototype,`crops`,void 0),w([T(`input`)],B.prototype,`input`,void 0),w([T(`button[slot=actions]`)],B.prototype,`closer`,void 0),B=w([i(`naming-guide`)],B);var Je=5,Ye=350,Xe=750,Ze=class{#e;#t;#n;#r;constructor(e){this.host=e,this.#e=0,this.#t=[],this.#n=``,this.#r=-1,this.start=()=>{clearTimeout(this.#e),this.#e=window.setTimeout(()=>void this.#i(),Ye)},this.stop=()=>{clearTimeout(this.#e),this.#r<0||(this.#r=-1,this.host.requestUpdate())},e.addController(this)}get cropId(){return this.#t[this.#r]??null}hostDisconnected(){this.stop()}async#i(){await this.#a(),this.#t.length<2||(this.#r=(this.#r+1)%this.#t.length,this.host.requestUpdate(),this.#e=window.setTimeout(()=>void this.#i(),Xe))}async#a(){let{id:e}=this.host.person;if(this.#n!==e){this.#n=e;try{let t=`identities/${encodeURIComponent(e)}/templates`,{crops:n}=await this.host.services.api.get(t,{limit:Je});this.#t=n.filter(e=>e.has_picture).map(e=>e.id)}catch{this.#t=[]}}}},Qe=6,$e=3,V=20;function et(e,t){let n=Math.max(1,...e.map(e=>e.visits)),r=e.length*9-$e;return _`<svg class="week" role="img" aria-label=${t} viewBox="0 0 ${r} ${V}"
    width=${r} height=${V}>
    ${e.map((e,t)=>{let r=Math.max(2,V*e.visits/n);return _`<rect x=${t*9} y=${V-r} width=${Qe} height=${r} rx="1.5"></rect>`})}
  </svg>`}var H=class extends b{constructor(...e){super(...e),this.names=[],this.now_s=0,this.selected=!1,this.selecting=!1,this.asked=null,this.naming=!1,this.away=!1,this.days=[],this.#e=new Ze(this)}#e;static{this.styles=[d,r,l,a,f`
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
      .like {
        margin-top: 4px;
        color: var(--accent);
        font-size: 13.5px;
        font-weight: 560;
        text-decoration: underline;
        border-radius: 6px;
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
    `]}focus(){this.link.focus()}render(){let{person:e}=this;return g`<a
        href="#/people/${encodeURIComponent(e.id)}"
        aria-label=${e.label}
        @click=${e=>this.#o(e)}
        @pointerenter=${this.#e.start}
        @pointerleave=${this.#e.stop}
      >
        <fr-picture .src=${E(this.#e.cropId??e.crop_id)} alt=${e.label}></fr-picture>
      </a>
      <div class="marks">
        ${e.on_site?g`<span class="chip good">${C(`people.here`)}</span>`:S}
        ${this.asked&&!this.asked.like?g`<span class="chip accent">${C(`people.asked`)}</span>`:S}
        ${e.hidden?g`<span class="chip">${C(`people.hidden`)}</span>`:S}
      </div>
      <button
        class="box"
        role="checkbox"
        aria-checked=${this.selected}
        aria-label=${C(`people.select`,{name:e.label})}
        @click=${()=>this.#s(`toggle`)}
      >
        <fr-icon path=${u}></fr-icon>
      </button>
      <div class="words">
        ${this.naming?this.#r():this.#n()}
        <p class="where cut">${this.#i()}</p>
        <div class="foot">
          <p class="where cut grow">${this.#a()}</p>
          ${this.days.length?et(this.days,C(`people.week`)):S}
        </div>
        ${this.#t()}
      </div>`}#t(){let{asked:e}=this;return e?.like?g`<a class="like" href="#/review?question=${encodeURIComponent(e.review)}">
      ${C(`people.like`,{name:e.like})}
    </a>`:S}#n(){let{person:e}=this;return g`<button
      class="name cut ${e.name===null?`unnamed`:``}"
      title=${C(this.away?`offline.why`:`people.rename`)}
      ?disabled=${this.away}
      aria-label=${C(`people.renameOf`,{name:e.label})}
      @click=${()=>this.#s(`name`)}
    >
      ${e.label}
    </button>`}#r(){return g`<name-editor
      .value=${this.person.name??``}
      .names=${this.names}
      label=${C(`people.nameOf`,{name:this.person.label})}
      @named=${e=>this.#s(`renamed`,e.detail)}
      @cancelled=${()=>this.#s(`cancel-name`)}
    ></name-editor>`}#i(){let{last_camera:e,last_seen_s:t,on_site:n}=this.person;if(e===null||t===null)return C(`people.never`);let r=n?C(`people.now`):le(this.now_s-t);return g`${v(e)} · ${r}`}#a(){let{sightings:e,words:t}=this.person,n=this.days.at(-1)?.visits??0,r=y(`people.sightings`,e);return n>0?y(`people.today`,n):t?`${r} · ${t}`:r}#o(e){this.selecting&&(e.preventDefault(),this.#s(`toggle`))}#s(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};w([h({attribute:!1})],H.prototype,`person`,void 0),w([h({attribute:!1})],H.prototype,`names`,void 0),w([h({type:Number})],H.prototype,`now_s`,void 0),w([h({type:Boolean,reflect:!0})],H.prototype,`selected`,void 0),w([h({type:Boolean,reflect:!0})],H.prototype,`selecting`,void 0),w([h({attribute:!1})],H.prototype,`asked`,void 0),w([h({type:Boolean})],H.prototype,`naming`,void 0),w([h({type:Boolean})],H.prototype,`away`,void 0),w([h({attribute:!1})],H.prototype,`days`,void 0),w([T(`a`)],H.prototype,`link`,void 0),H=w([i(`person-tile`)],H);var tt=86400,U=class extends b{constructor(...e){super(...e),this.people=[],this.overlaps=[],this.routes=new Map}static{this.styles=[d,f`
      :host {
        display: block;
        min-height: 40px;
      }
      h3 {
        margin-bottom: 8px;
      }
    `]}willUpdate(e){let t=this.people.some(e=>!this.routes.has(e.id));e.has(`people`)&&t&&this.#e()}render(){let e=[...this.routes.values()].flatMap(e=>e.legs);if(e.length===0)return S;let t=Math.min(...e.map(e=>e.start_s)),n=Math.max(...e.map(e=>e.end_s)),r=new Set(this.overlaps.flatMap(e=>[e.first.sighting_id,e.second.sighting_id])),i=this.people.map(e=>({label:e.label,bars:(this.routes.get(e.id)?.legs??[]).map(e=>({id:e.sighting_id,from_s:e.start_s,to_s:e.end_s,style:r.has(e.sighting_id)?`clash`:`solid`,label:e.camera}))}));return g`<h3>${C(`merge.together`)}</h3>
      <fr-timeline
        .from_s=${t-60}
        .to_s=${n+60}
        .lanes=${i}
        .zone=${this.services.site.zone}
      ></fr-timeline>`}async#e(){let e=Math.max(...this.people.map(e=>e.last_seen_s??0)),t=this.people.map(async t=>{let n=`identities/${encodeURIComponent(t.id)}/route`,r={from:e-tt,to:e+1};return[t.id,await this.services.api.get(n,r)]}),n=await Promise.allSettled(t);this.routes=new Map(n.flatMap(e=>e.status===`fulfilled`?[e.value]:[]))}};w([h({attribute:!1})],U.prototype,`people`,void 0),w([h({attribute:!1})],U.prototype,`overlaps`,void 0),w([m()],U.prototype,`routes`,void 0),U=w([i(`merge-preview`)],U);function nt(e){return[...e].sort((e,t)=>Number(e.name===null)-Number(t.name===null)||e.number-t.number)}function rt(e,t){return[...e.filter(e=>e.id===t),...e.filter(e=>e.id!==t)]}var W=class extends b{constructor(...e){super(...e),this.people=[],this.ordered=[],this.plan=null,this.error=null}static{this.styles=[d,r,a,f`
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
    `]}willUpdate(e){e.has(`people`)&&(this.ordered=nt(this.people),this.#i())}render(){let[e,...t]=this.ordered;return e===void 0?S:g`<fr-dialog wide heading=${C(`merge.title`)}>
      <div class="stack">
        <div class="people">
          ${this.#e(e,!0)}
          <fr-icon path=${ee}></fr-icon>
          ${t.map(e=>this.#e(e,!1))}
        </div>
        <p>
          ${C(`merge.stays`,{name:e.label})}
          ${t.length===1?g`<button class="quiet" @click=${()=>this.#r(t[0]?.id??``)}>
                <fr-icon path=${oe}></fr-icon>${C(`merge.swap`)}
              </button>`:S}
        </p>
        ${this.error?g`<p class="against" role="alert">${this.error.message}</p>`:this.#t()}
        <merge-preview .people=${this.ordered} .overlaps=${this.plan?.overlaps??[]}></merge-preview>
      </div>
      <button slot="actions" @click=${()=>this.dispatchEvent(new CustomEvent(`closed`))}>
        ${C(`action.cancel`)}
      </button>
      <button
        slot="actions"
        class="primary"
        ?disabled=${this.plan===null||this.error!==null}
        @click=${()=>this.#a()}
      >
        ${y(`merge.do`,this.ordered.length)}
      </button>
    </fr-dialog>`}#e(e,t){return g`<figure class=${t?`primary-one`:``}>
      <fr-picture .src=${E(e.crop_id)} alt=""></fr-picture>
      <figcaption>
        <strong>${e.label}</strong>
        <span class="muted small">${y(`people.sightings`,e.sightings)}</span>
        ${t?g`<span class="chip accent">${C(`merge.keeps`)}</span>`:this.ordered.length>2?g`<button class="quiet small" @click=${()=>this.#r(e.id)}>
                ${C(`merge.makeFirst`)}
              </button>`:S}
      </figcaption>
    </figure>`}#t(){let e=this.plan?.overlaps;return e===void 0?g`<p class="muted">${C(`merge.looking`)}</p>`:e.length===0?g`<p class="fine">${C(`merge.noOverlap`)}</p>`:g`<div class="against" role="alert">
      <strong>${y(`merge.overlaps`,e.length)}</strong>
      ${e.slice(0,5).map(e=>g`<span>${this.#n(e)}</span>`)}
    </div>`}#n({first:e,second:t,from_s:n,same_camera:r}){let i={time:fe(n,this.services.site.zone),a:v(e.camera),b:v(t.camera)};return C(r?`merge.sameCamera`:`merge.twoCameras`,i)}#r(e){this.ordered=rt(this.ordered,e),this.#i()}async#i(){let[e,...t]=this.ordered;if(e!==void 0&&t.length!==0){this.plan=null,this.error=null;try{let n=`identities/${encodeURIComponent(e.id)}/merge`,r={others:t.map(e=>e.id),dry_run:!0};this.plan=await this.services.api.post(n,r)}catch(e){this.error=x(e)}}}#a(){let e=this.ordered.map(e=>e.id);this.dispatchEvent(new CustomEvent(`merge`,{detail:e}))}};w([h({attribute:!1})],W.prototype,`people`,void 0),w([m()],W.prototype,`ordered`,void 0),w([m()],W.prototype,`plan`,void 0),w([m()],W.prototype,`error`,void 0),W=w([i(`merge-sheet`)],W);var G=class extends c{constructor(...e){super(...e),this.name=``}static{this.styles=[d,r,f`
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
    `]}render(){return g`<fr-dialog
      heading=${C(`namesake.title`,{name:this.name})}
      @closed=${()=>this.#t(`cancel`)}
    >
      <p>${C(`namesake.text`,{name:this.name})}</p>
      <div class="two">${[this.person,this.namesake].map(e=>this.#e(e))}</div>
      <button slot="actions" class="quiet" @click=${()=>this.#t(`cancel`)}>
        ${C(`action.cancel`)}
      </button>
      <button slot="actions" @click=${()=>this.#t(`other`)}>${C(`namesake.other`)}</button>
      <button slot="actions" class="primary" @click=${()=>this.#t(`merge`)}>
        ${C(`namesake.merge`)}
      </button>
    </fr-dialog>`}#e(e){return g`<figure>
      <fr-picture src=${E(e.crop_id)??S} alt=${e.label}></fr-picture>
      <figcaption>
        <strong>${e.label}</strong><br /><span class="muted small"
          >${y(`people.sightings`,e.sightings)}</span
        >
      </figcaption>
    </figure>`}#t(e){this.dispatchEvent(new CustomEvent(`choice`,{detail:e}))}};w([h({attribute:!1})],G.prototype,`person`,void 0),w([h({attribute:!1})],G.prototype,`namesake`,void 0),w([h()],G.prototype,`name`,void 0),G=w([i(`namesake-dialog`)],G);var K=class extends b{constructor(...e){super(...e),this.open=null}static{this.styles=[d,r]}async rename(e,t){let[n]=t===``?[]:this.store.namesakes(e.id,t);n?this.open={kind:`namesake`,person:e,namesake:n,name:t}:await this.#n(e,t)}startMerge(e){e.length>1&&(this.open={kind:`merge`,people:e})}startForget(e){e.length>0&&(this.open={kind:`forget`,people:e})}async hide(e){if(e.length===0)return;let t=!e.every(e=>e.hidden);await this.#o(async()=>{let n=e.map(e=>e.id),r=await this.store.setHidden(n,t),i=t?`people.hiddenDone`:`people.shownDone`;this.services.toasts.done(y(i,e.length),r)})}render(){let{open:e}=this;return e===null?S:e.kind===`merge`?g`<merge-sheet
        .people=${e.people}
        @closed=${()=>this.#a()}
        @merge=${e=>void this.#r(e.detail)}
      ></merge-sheet>`:e.kind===`namesake`?g`<namesake-dialog
        .person=${e.person}
        .namesake=${e.namesake}
        .name=${e.name}
        @choice=${t=>void this.#t(e,t.detail)}
      ></namesake-dialog>`:this.#e(e.people)}#e(e){return g`<fr-dialog heading=${y(`forget.title`,e.length)} @closed=${()=>this.#a()}>
      <p>${C(`forget.text`,{names:e.map(e=>e.label).join(`, `)})}</p>
      <button slot="actions" @click=${()=>this.#a()}>${C(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#i(e)}>
        ${C(`forget.do`)}
      </button>
    </fr-dialog>`}async#t(e,t){this.#a(),t===`other`&&await this.#n(e.person,e.name),t===`merge`&&this.startMerge([e.namesake,e.person])}#n(e,t){return this.#o(async()=>{let n=await this.store.rename(e.id,t||null),r=t?C(`people.renamed`,{old:e.label,name:t}):C(`people.nameRemoved`,{old:e.label});this.services.toasts.done(r,n)})}#r([e=``,...t]){return this.#a(),this.#o(async()=>{let n=await this.store.merge(e,t),r={name:n.identity.label};this.services.toasts.done(y(`merge.done`,t.length+1,r),n.decision_ids)})}#i(e){return this.#a(),this.#o(async()=>{await this.store.forget(e.map(e=>e.id)),this.services.toasts.done(y(`forget.done`,e.length))})}#a(){this.open=null}async#o(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};w([h({attribute:!1})],K.prototype,`store`,void 0),w([m()],K.prototype,`open`,void 0),K=w([i(`people-dialogs`)],K);var q=class extends c{constructor(...e){super(...e),this.count=0,this.hidden_=!1,this.away=!1}static{this.styles=[d,r,f`
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
    `]}render(){return this.count===0?S:g`<div class="bar" role="toolbar" aria-label=${C(`people.selection`)}>
      <strong>${y(`people.selected`,this.count)}</strong>
      ${this.#e(`merge`,t,C(`people.merge`),`M`,this.count<2)}
      ${this.#e(`hide`,this.hidden_?e:te,this.hidden_?C(`people.show`):C(`people.hide`),`H`)}
      ${this.#e(`forget`,s,C(`people.delete`),``)}
      ${this.#e(`clear`,ne,C(`people.clear`),``)}
    </div>`}#e(e,t,n,r,i=!1){return g`<button
      class="quiet ${e===`forget`?`danger`:``}"
      aria-label=${n}
      ?disabled=${i||this.away&&e!==`clear`}
      title=${this.away?C(`offline.why`):S}
      @click=${()=>this.dispatchEvent(new CustomEvent(e))}
    >
      <fr-icon path=${t}></fr-icon><span>${n}</span>${r?g`<kbd>${r}</kbd>`:S}
    </button>`}};w([h({type:Number})],q.prototype,`count`,void 0),w([h({type:Boolean})],q.prototype,`hidden_`,void 0),w([h({type:Boolean})],q.prototype,`away`,void 0),q=w([i(`selection-bar`)],q);var it=[`plan`,`rescan`,`names`,`exposed`],J=`frigate-reid-first-run`,Y=`frigate-reid-first-run-skipped`;function at(e,t){let n={frigate:t?.frigate.some(e=>e.reachable)??!1,mqtt:(t?.messages_received??0)>0,model:t?.ready??!1,crops:e.usable>0,plan:e.placements>0,rescan:e.rescans>0,names:e.named>0,exposed:e.exposed>0};return Object.keys(n).map(t=>({name:t,done:n[t]||e.skipped.includes(t),optional:it.includes(t)}))}async function ot(e){let[t,n,r,i,a]=await Promise.all([Z(e,`identities?limit=1`),Z(e,`identities?state=named&limit=200`),Z(e,`placements`),Z(e,`jobs?kind=rescan`),Z(e,`suitability`)]);return{dismissed:localStorage.getItem(J)===`dismissed`,skipped:X(),usable:a.reduce((e,t)=>e+t.usable_crops,0),people:t.length,placements:r.length,rescans:i.length,named:n.length,exposed:n.filter(e=>e.exposed).length}}function st(){localStorage.setItem(J,`dismissed`)}function ct(e){return localStorage.setItem(Y,[...new Set([...X(),e])].join(` `)),X()}function X(){return(localStorage.getItem(Y)??``).split(` `).filter(Boolean)}async function Z(e,t){try{return(await e.get(t)).items}catch{return[]}}var lt={frigate:`#/settings`,mqtt:`#/settings`,model:`#/settings`,crops:`#/cameras`,plan:`#/cameras?tab=plan`,rescan:`#/settings`,names:`#/people?guide=names`,exposed:`#/people`},Q=class extends b{constructor(){super(),this.progress=null,re(this,()=>[this.services.site])}static{this.styles=[d,r,f`
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
    `]}connectedCallback(){super.connectedCallback(),ot(this.services.api).then(e=>this.progress=e)}render(){let e=this.progress?at(this.progress,this.services.site.state.health):[],t=e.filter(e=>e.done).length;return this.hidden=t===e.length||(this.progress?.dismissed??!0),this.hidden?S:g`<section class="card" aria-label=${C(`firstRun.title`)}>
      <header>
        <h2>${C(`firstRun.title`)}</h2>
        <span class="muted small numbers">${C(`firstRun.done`,{done:t,all:e.length})}</span>
        <span class="grow"></span>
        <button class="quiet" @click=${()=>this.#r()}>${C(`firstRun.dismiss`)}</button>
      </header>
      <ol>
        ${e.map((e,t)=>this.#e(e,t+1))}
      </ol>
    </section>`}#e({name:e,done:t,optional:n},r){let i=lt[e],a=C(`firstRun.${e}`);return g`<li class=${t?`done`:``}>
      <span class="mark">${t?g`<fr-icon path=${u}></fr-icon>`:r}</span>
      <div>
        <h3>
          ${t?a:g`<a href=${i}>${a}</a>`}${t?g`<span class="unseen"> (${C(`firstRun.isDone`)})</span>`:S}
        </h3>
        ${e===`model`&&t?this.#t():S}
        ${t?S:g`<p class="muted small">${C(`firstRun.${e}.why`)}</p>`}
        ${t||!n?S:g`<button
              class="quiet skip"
              aria-label=${C(`firstRun.skipStep`,{name:a})}
              @click=${()=>this.#n(e)}
            >
              ${C(`firstRun.skip`)}
            </button>`}
      </div>
    </li>`}#t(){let e=se(this.services.site.state.health?.model.ms_per_crop??null);return e?g`<p class="muted small numbers">${e}</p>`:S}#n(e){let t=ct(e);this.progress&&={...this.progress,skipped:t}}#r(){this.progress&&={...this.progress,dismissed:!0},st()}};w([m()],Q.prototype,`progress`,void 0),Q=w([i(`first-run`)],Q);var ut=240,dt=[],$=class extends b{#e;#t;#n;#r;constructor(){super(),this.#e=null,this.#t=[],this.#n=new Ee({isBusy:()=>this.naming!==``,refresh:e=>this.#C(e),readAsked:()=>this.store.readAsked()}),this.#r=null,this.naming=``,this.away=!1,re(this,()=>[this.store]),new ve(this,()=>({"/":()=>this.filtersBar.focusSearch(),n:()=>this.#E(e=>this.#s(e)),x:()=>this.#E(e=>this.store.toggle(e.id)),h:()=>this.#o(()=>void this.dialogs.hide(this.#w())),m:()=>this.#o(()=>this.dialogs.startMerge(this.#w())),u:()=>void this.services.toasts.undoLast(C(`undo.done`)),Escape:()=>this.store.clearSelection(),ArrowRight:()=>this.#O(1),ArrowLeft:()=>this.#O(-1),ArrowDown:()=>this.#O(this.#k()),ArrowUp:()=>this.#O(-this.#k())}))}static{this.styles=De}get store(){return this.#e??=new ze(this.services.api,Ce(localStorage)),this.#e}connectedCallback(){super.connectedCallback();let{live:e,toasts:t,site:n,router:r}=this.services;this.away=!n.state.live,this.#t=[n.subscribe(()=>this.away=!n.state.live),r.subscribe(()=>this.requestUpdate()),e.subscribe(e=>this.#n.take(e)),e.onState(e=>e&&void this.store.load()),t.onUndone(()=>void this.store.load())],this.store.load()}disconnectedCallback(){super.disconnectedCallback(),this.#n.stop(),this.#r?.disconnect();for(let e of this.#t)e()}render(){let{state:e}=this.store,{site:t}=this.services;return g`<div class="head">
        <h1>${C(`people.title`)}</h1>
        <p class="muted">${this.#u()}</p>
      </div>
      <first-run></first-run>
      <people-filters
        .filters=${e.filters}
        .cameras=${e.cameras}
        .latest=${ie(t.now_s(),t.zone)}
        .selecting=${e.selecting}
        @filter=${e=>this.#i(e.detail)}
        @select-mode=${()=>this.store.selectMode(!e.selecting)}
      ></people-filters>
      ${this.#c()} ${this.#d()}
      <selection-bar
        .count=${e.selected.size}
        .hidden_=${e.filters.state===`hidden`}
        .away=${this.away}
        @merge=${()=>this.dialogs.startMerge(this.#w())}
        @hide=${()=>void this.dialogs.hide(this.#w())}
        @forget=${()=>this.dialogs.startForget(this.#w())}
        @clear=${()=>this.store.clearSelection()}
      ></selection-bar>
      <people-dialogs .store=${this.store}></people-dialogs>
      ${t.state.gate===`open`&&this.#a?g`<naming-guide
            .store=${this.store}
            .dialogs=${this.dialogs}
            @closed=${()=>this.services.router.refine({guide:null})}
          ></naming-guide>`:S}`}#i(e){e.sort&&we(localStorage,e.sort),this.store.filter(e)}get#a(){return this.services.router.state.place.params.get(`guide`)===`names`}#o(e){this.away||e()}#s(e){this.#o(()=>this.naming=e.id)}#c(){let{waiting:e}=this.store.state;return e===0?S:g`<p class="newcomers">
      <button class="primary" @click=${()=>this.#l()}>
        <fr-icon path=${ae}></fr-icon>${y(`people.newcomers`,e)}
      </button>
    </p>`}async#l(){await this.store.load(),window.scrollTo({top:0})}#u(){let{phase:e,people:t,cursor:n}=this.store.state;return e===`ready`?n===null?y(`people.count`,t.length):C(`people.many`,{n:t.length}):``}#d(){let{phase:e,error:t,people:n,filters:r}=this.store.state;if(e===`loading`)return g`<div class="tiles" aria-busy="true">${be(12,`tile`)}</div>`;if(e===`error`&&n.length===0)return g`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`;if(n.length===0)return this.#m(r);let i=D(this.#p(),()=>this.#f(n,r));return g`${i} ${this.#b()}`}#f(e,t){return t.state!==`visible`||t.q?this.#_(e):_e(Ue(e,t.sort),({name:e})=>e,e=>this.#h(e))}#p(){let{people:e,filters:t,selected:n,selecting:r,names:i,asked:a,days:o,keptDays:s}=this.store.state,c=Math.floor(this.services.site.now_s());return[e,t,n,r,i,a,o,s,this.naming,this.away,c]}#m(e){let t=e.q||e.camera||e.day||e.state!==`visible`,n=t?`filtered`:`empty`;return g`<fr-notice
      .icon=${pe}
      heading=${C(`people.${n}.title`)}
      text=${C(`people.${n}.text`)}
    >
      ${t?g`<button class="action" @click=${()=>void this.store.filter(ft)}>
            ${C(`people.filtered.clear`)}
          </button>`:g`<a class="action" href="#/settings">${C(`people.empty.action`)}</a>`}
    </fr-notice>`}#h({name:e,people:t}){let n=g`<h2>
      ${C(`people.section.${e}`)} <span class="muted numbers">${t.length}</span>
    </h2>`;return e===`once`?g`<details>
      <summary>${n}</summary>
      <p class="muted small">${this.#g()}</p>
      ${this.#_(t)}
    </details>`:g`<section>${n}${this.#_(t)}</section>`}#g(){let{keptDays:e}=this.store.state;return e===null?``:y(`people.onceExpires`,e)}#_(e){return g`<div class="tiles">
      ${_e(e,e=>e.id,e=>D(this.#v(e),()=>this.#y(e)))}
    </div>`}#v(e){let{selected:t,selecting:n,names:r,asked:i,days:a}=this.store.state,{id:o,on_site:s,last_seen_s:c}=e,l=this.naming===o,u=s?null:ce(this.services.site.now_s()-(c??0));return[e,l&&r,n,this.away,u?.value,u?.unit,t.has(o),i.get(o)?.review,i.get(o)?.like,a.get(o)]}#y(e){let{selected:t,selecting:n,names:r,asked:i,days:a}=this.store.state;return g`<person-tile
      .person=${e}
      .now_s=${this.services.site.now_s()}
      .names=${r}
      .selected=${t.has(e.id)}
      .selecting=${n}
      .asked=${i.get(e.id)??null}
      .days=${a.get(e.id)??dt}
      .naming=${this.naming===e.id}
      @toggle=${()=>this.store.toggle(e.id)}
      .away=${this.away}
      @name=${()=>this.#s(e)}
      @cancel-name=${()=>this.#x(e)}
      @renamed=${t=>{this.#x(e),this.dialogs.rename(e,t.detail)}}
    ></person-tile>`}#b(){let{cursor:e,loadingMore:t}=this.store.state;return e===null?S:g`<p class="more" ${Se(e=>this.#S(e))}>
      <button class="action" ?disabled=${t} @click=${()=>void this.store.more()}>
        ${C(`action.more`)}
      </button>
    </p>`}#x(e){this.naming=``,this.updateComplete.then(()=>this.#D(e.id)?.focus())}#S(e){this.#r?.disconnect(),e!==void 0&&(this.#r=new IntersectionObserver(e=>{e.some(e=>e.isIntersecting)&&this.store.more()},{rootMargin:`600px`}),this.#r.observe(e))}#C(e){let t=window.scrollY>ut||this.store.state.selected.size>0;return this.store.refresh(e,{hold:t})}#w(){let{people:e,selected:t}=this.store.state;if(t.size>0)return e.filter(e=>t.has(e.id));let n=this.#T();return n?[n.person]:[]}#T(){return this.renderRoot.querySelector(`person-tile:focus-within`)}#E(e){let t=this.#T();t&&e(t.person)}#D(e){return[...this.tiles].find(t=>t.person.id===e)}#O(e){let t=[...this.tiles].filter(e=>e.checkVisibility()),n=this.#T(),r=n?t.indexOf(n)+e:0;t[Math.max(0,Math.min(t.length-1,r))]?.focus()}#k(){let[e]=this.tiles;if(e===void 0)return 1;let t=e.parentElement?.clientWidth??1;return Math.max(1,Math.round(t/(e.offsetWidth+16)))}};w([m()],$.prototype,`naming`,void 0),w([m()],$.prototype,`away`,void 0),w([T(`people-filters`)],$.prototype,`filtersBar`,void 0),w([T(`people-dialogs`)],$.prototype,`dialogs`,void 0),w([ge(`person-tile`)],$.prototype,`tiles`,void 0),$=w([i(`people-page`)],$);var ft={state:`visible`,camera:``,day:``,q:``};export{$ as PeoplePage};