import{B as e,Bt as t,Ct as n,Dt as r,Et as i,It as a,Kt as o,Lt as s,Mt as c,Ot as l,Pt as u,Qt as d,Rt as f,St as ee,Tt as p,Ut as m,Vt as h,W as g,Yt as _,Z as te,a as v,c as y,f as b,g as x,h as S,n as C,r as w,s as T,t as E,zt as D}from"./words-BNtJ4LZz.js";import{t as O}from"./save-BkJcNu3i.js";import"./fr-tabs-lbZlkUGG.js";import{a as ne,i as k,r as A,t as re}from"./fr-picture--T81PWeK.js";import{t as j}from"./decision-words-YDPqe4GS.js";import"./fr-dialog-BIs4G8_2.js";import{t as M}from"./live-BR55BHTR.js";import"./fr-segments-BWvJhxju.js";import"./term-bars-ivJRS1qj.js";var N=50,P=[`service`,`people`],ie=class extends _{constructor(e){super({phase:`loading`,error:null,filter:{by:``,kind:``},actors:[],decisions:[],people:new Map,cursor:null}),this.api=e}async load(){await this.#e(null);try{let{items:e}=await this.api.get(`decisions/actors`);this.set({actors:e})}catch{}}filter(e){return this.set({filter:{...this.state.filter,...e}}),this.#e(null)}more(){return this.#e(this.state.cursor)}async undo(e){let t=`decisions/${encodeURIComponent(e)}/undo`,{decision_ids:n}=await this.api.post(t);return await this.#e(null),n}async#e(e){let{filter:t,decisions:n,people:r}=this.state;try{let i={...P.includes(t.by)?{by:t.by}:{actor:t.by},kind:t.kind,limit:N,cursor:e},a=await this.api.get(`decisions`,i);if(this.state.filter!==t)return;let o=a.people.map(({id:e,label:t})=>[e,t]);this.set({phase:`ready`,error:null,decisions:e===null?a.items:[...n,...a.items],people:new Map([...e===null?[]:r,...o]),cursor:a.cursor})}catch(e){this.set({phase:`error`,error:d(e)})}}};function ae(e,t){let n=e.changes.flatMap(e=>e.subject===`identity`?[e.subject_id]:e.field===`identity_id`?[e.after,e.before]:[]);return[...new Set(n)].flatMap(e=>{let n=typeof e==`string`?t.get(e):void 0;return n===void 0?[]:[{id:e,label:n}]})}var oe=[`assign`,`merge`,`split`,`distinguish`,`rename`,`hide`,`expose`,`feature`,`undo`],F=class extends S{#e=null;#t=()=>void 0;constructor(){super(),c(this,()=>[this.store])}static{this.styles=[p,i,r,l,k,o`
      .card {
        display: grid;
        gap: 12px;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        font-weight: 560;
        font-size: 14px;
      }
      li {
        display: grid;
        grid-template-columns: 150px minmax(0, 1fr) auto auto;
        gap: 4px 14px;
        align-items: center;
        min-height: 56px;
        padding: 8px 0;
        border-top: 1px solid var(--line);
      }
      time {
        color: var(--ink-3);
      }
      .undone p {
        text-decoration: line-through;
        color: var(--ink-3);
      }
      .bone {
        height: 320px;
      }
      @media (max-width: 700px) {
        li {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        li time,
        li .what {
          grid-column: 1 / -1;
        }
        li .chip {
          justify-self: start;
        }
      }
    `]}get store(){return this.#e??=new ie(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.#t=this.services.toasts.onUndone(()=>void this.store.load()),this.store.load()}disconnectedCallback(){super.disconnectedCallback(),this.#t()}render(){let{phase:e,error:t,decisions:n,cursor:r}=this.store.state;return m`<section class="card">
      <h2>${u(`audit.title`)}</h2>
      <p class="muted">${u(`audit.why`)}</p>
      ${this.#n()} ${e===`loading`?A(1,``):h}
      ${t&&n.length===0?m`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:h}
      ${e===`ready`&&n.length===0?m`<fr-notice
            .icon=${te}
            heading=${u(`audit.none.title`)}
            text=${u(`audit.none.text`)}
          ></fr-notice>`:h}
      <ol>
        ${n.map(e=>this.#r(e))}
      </ol>
      ${r?m`<div><button @click=${()=>void this.store.more()}>${u(`action.more`)}</button></div>`:h}
    </section>`}#n(){let{actors:e,filter:t}=this.store.state,n=e.filter(e=>e!==`system`),r=(e,n)=>m`<option value=${e} ?selected=${e===t.by}>${n}</option>`;return m`<div class="row wrap">
      <label
        >${u(`audit.by`)}
        <select aria-label=${u(`audit.by`)} @change=${e=>void this.store.filter({by:I(e)})}>
          ${r(``,u(`audit.everybody`))} ${r(`service`,u(`history.system`))}
          ${r(`people`,u(`audit.people`))}
          ${n.map(e=>r(e,E(e)))}
        </select></label
      >
      <label
        >${u(`audit.kind`)}
        <select aria-label=${u(`audit.kind`)} @change=${e=>void this.store.filter({kind:I(e)})}>
          <option value="">${u(`audit.everything`)}</option>
          ${oe.map(e=>m`<option value=${e}>${u(`kind.${e}`)}</option>`)}
        </select></label
      >
    </div>`}#r(e){let{site:t}=this.services,n={today:u(`day.today`),yesterday:u(`day.yesterday`)},r=y(b(e.at_s,t.zone),t.now_s(),t.zone,`en`,n),i=ae(e,this.store.state.people),a=e.actor!==`system`;return m`<li class=${e.undone?`undone`:``}>
      <time class="numbers small">${r}, ${T(e.at_s,t.zone,!0)}</time>
      <div class="what">
        <p>${j(e)}</p>
        <span class="small">
          ${i.map(({id:e,label:t})=>m`<a href="#/people/${encodeURIComponent(e)}">${t}</a> `)}
        </span>
      </div>
      <span class="chip ${a?`accent`:``}">${E(e.actor)}</span>
      ${e.undone?m`<span class="chip">${u(`history.undone`)}</span>`:m`<button data-act class="quiet" @click=${()=>void this.#i(e)}>
            <fr-icon path=${ee}></fr-icon>${u(`action.undo`)}
          </button>`}
    </li>`}async#i(e){let{toasts:t}=this.services;try{t.done(u(`undo.done`),await this.store.undo(e.id))}catch(e){t.failed(e)}}};F=x([D(`audit-card`)],F);function I(e){return e.target.value}function se(e){return[...e.mqtt.map(e=>{let t=e.last_message_age_s;return{part:u(`part.mqtt`,{name:e.instance}),state:e.connected?`ok`:`bad`,text:e.problem??u(e.connected?`part.connected`:`part.away`),detail:t===null?``:u(`part.lastMessage`,{age:C(t)})}}),...e.frigate.map(e=>({part:u(`part.frigate`,{name:e.instance}),state:e.reachable?`ok`:`bad`,text:e.problem??u(e.reachable?`part.reached`:`part.away`),detail:e.version===null?``:u(`part.version`,{version:e.version})})),L(e),{part:u(`part.gallery`),state:e.gallery.available?`ok`:`bad`,text:u(e.gallery.available?`part.reached`:`part.away`),detail:a(`part.points`,e.gallery.points??0)},{part:u(`part.store`),state:`ok`,text:u(`part.reached`),detail:e.store.kind}]}function L(e){let{id:t,runtime:n,dimension:r}=e.model;return{part:u(`part.model`),state:e.ready?`ok`:`waiting`,text:t,detail:u(`part.runtime`,{runtime:n,dimension:r})}}var R=class extends t{constructor(...e){super(...e),this.health=null}static{this.styles=[p,k,o`
      ul {
        margin: 8px 0 14px;
      }
      li {
        display: grid;
        grid-template-columns: 12px minmax(110px, 190px) minmax(0, 1fr) auto;
        gap: 14px;
        align-items: center;
        padding: 9px 0;
        border-bottom: 1px solid var(--line);
      }
      .dot {
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: var(--warn);
      }
      .dot.ok {
        background: var(--good);
      }
      .dot.bad {
        background: var(--bad);
      }
      strong {
        font-weight: 580;
      }
      .bone {
        height: 230px;
      }
      @media (max-width: 600px) {
        li {
          grid-template-columns: 12px minmax(0, 1fr);
        }
        li > :nth-child(n + 3) {
          grid-column: 2;
          margin-top: -12px;
        }
      }
    `]}render(){let{health:e}=this;return m`<section class="card">
      <h2>${u(`settings.connections`)}</h2>
      ${e===null?A(1,``):m`<ul>
              ${se(e).map(e=>this.#e(e))}
            </ul>
            <p class="muted small numbers">
              ${a(`settings.messages`,e.messages_received)} ·
              ${u(`settings.queue`,{n:e.queue+e.backlog})} ·
              ${u(`settings.uptime`,{age:C(e.uptime_s)})} ·
              ${u(`settings.memory`,{mb:Math.round(e.rss_bytes/1e6)})}
            </p>`}
    </section>`}#e({part:e,state:t,text:n,detail:r}){return m`<li>
      <span class="dot ${t}" role="img" aria-label=${u(`state.${t}`)}></span>
      <strong>${e}</strong>
      <span class="cut" title=${n}>${n}</span>
      <span class="muted small">${r}</span>
    </li>`}};x([f({attribute:!1})],R.prototype,`health`,void 0),R=x([D(`connections-card`)],R);var z=1,B=300,V=class extends _{constructor(e,t){super({doing:null,found:null,outcome:null,error:null}),this.api=e,this.wait=t}backUp(){return this.#r(`backup`,()=>this.api.blob(`backup`))}async check(e){this.set({found:null});let t=e.slice(0,e.size,`application/zip`),n=await this.#r(`check`,()=>this.api.upload(`POST`,`backups`,t));this.set({found:n})}leave(){this.set({found:null,error:null})}async restore(){let{found:e}=this.state;if(e===null)return;let t=`backups/${encodeURIComponent(e.id)}/restore`;await this.#e(`restore`,t,{confirm:`replace everything`}),this.set({found:null})}erase(e){return this.#e(`erase`,`erase`,{confirm:`delete everything`,keep_plan:e})}async#e(e,t,n){await this.#r(e,async()=>{let e=await this.#n();await this.api.post(t,n),this.set({outcome:await this.#t(e)})})}async#t(e){for(let t=0;t<B;t+=z){await this.wait(z);try{let t=await this.#n();if(t!==null&&t.at_s!==e?.at_s)return t}catch{}}return null}async#n(){return(await this.api.get(`upkeep`)).last}async#r(e,t){this.set({doing:e,error:null,outcome:null});try{return await t()}catch(e){return this.set({error:d(e)}),null}finally{this.set({doing:null})}}},H=class extends S{#e;constructor(){super(),this.#e=null,this.erasing=!1,this.typed=``,this.keepPlan=!0,c(this,()=>[this.store])}static{this.styles=[p,i,l,o`
      :host {
        display: grid;
        gap: 20px;
        grid-template-columns: minmax(0, 1fr);
      }
      .card {
        display: grid;
        gap: 12px;
        justify-items: start;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 4px 16px;
        margin: 12px 0;
      }
      dt {
        color: var(--ink-3);
      }
      .bad {
        color: var(--bad);
      }
      progress {
        width: 100%;
        height: 10px;
        accent-color: var(--accent);
      }
      label.field {
        margin: 12px 0;
      }
    `]}get store(){let e=e=>new Promise(t=>setTimeout(t,e*1e3));return this.#e??=new V(this.services.api,e),this.#e}render(){let{doing:t,found:r,error:i}=this.store.state,a=t!==null;return m`<section class="card">
        <h2>${u(`backup.title`)}</h2>
        <p class="muted">${u(`backup.why`)}</p>
        <div class="row wrap">
          <button data-act ?disabled=${a} @click=${()=>void this.#a()}>
            <fr-icon path=${g}></fr-icon>${u(`backup.make`)}
          </button>
          <button data-act ?disabled=${a} @click=${()=>this.chooser.click()}>
            <fr-icon path=${n}></fr-icon>${u(`backup.choose`)}
          </button>
        </div>
        <input
          type="file"
          hidden
          accept="application/zip,.zip"
          aria-label=${u(`backup.choose`)}
          @change=${()=>void this.#o()}
        />
        <div role="status" class="stack">${this.#t()}</div>
        ${i?m`<p role="alert" class="bad">${i.message}</p>`:h}
      </section>
      <section class="card">
        <h2>${u(`erase.title`)}</h2>
        <p class="muted">${u(`erase.why`)}</p>
        <button class="danger" ?disabled=${a} @click=${()=>this.#i()}>
          <fr-icon path=${e}></fr-icon>${u(`erase.begin`)}
        </button>
      </section>
      ${r&&t!==`restore`?this.#n(r):h}
      ${this.erasing?this.#r():h}`}#t(){let{doing:e,outcome:t}=this.store.state;return e===null?t===null?h:t.done?m`<p>${u(`upkeep.done.${t.kind}`)}</p>`:m`<p class="bad">${t.message} ${u(`upkeep.nothingLost`)}</p>`:m`<p>${u(`upkeep.${e}`)}</p>
        <progress aria-label=${u(`upkeep.${e}`)}></progress>`}#n(e){let{zone:t}=this.services.site;return m`<fr-dialog heading=${u(`backup.restoreTitle`)} @closed=${()=>this.store.leave()}>
      <p>${u(`backup.sound`)}</p>
      <dl class="numbers">
        <dt>${u(`backup.made`)}</dt>
        <dd>${(e=>`${b(e,t)}, ${T(e,t)}`)(e.created_s)}</dd>
        <dt>${u(`nav.people`)}</dt>
        <dd>${u(`backup.people`,{people:e.people,named:e.named})}</dd>
        <dt>${u(`cameras.tracklets`)}</dt>
        <dd>
          ${e.sightings}
          ${e.first_s===null||e.last_s===null?h:`(${b(e.first_s,t)} – ${b(e.last_s,t)})`}
        </dd>
        <dt>${u(`backup.pictures`)}</dt>
        <dd>${e.pictures}</dd>
        <dt>${u(`backup.floors`)}</dt>
        <dd>${e.floors}</dd>
      </dl>
      <p>${u(`backup.restoreWhy`)}</p>
      <button slot="actions" @click=${()=>this.store.leave()}>${u(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#s()}>
        ${u(`backup.restore`)}
      </button>
    </fr-dialog>`}#r(){let e=u(`erase.phrase`),t=this.typed.trim().toLowerCase()===e;return m`<fr-dialog heading=${u(`erase.title`)} @closed=${()=>this.erasing=!1}>
      <p>${u(`erase.text`)}</p>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${this.keepPlan}
          @change=${e=>this.keepPlan=e.target.checked}
        />${u(`erase.keepPlan`)}</label
      >
      <label class="field"
        >${u(`erase.type`,{phrase:e})}
        <input
          autocomplete="off"
          autofocus
          .value=${this.typed}
          @input=${e=>this.typed=e.target.value}
      /></label>
      <button slot="actions" @click=${()=>this.erasing=!1}>${u(`action.cancel`)}</button>
      <button
        slot="actions"
        class="danger primary"
        ?disabled=${!t}
        @click=${()=>void this.#c()}
      >
        ${u(`erase.do`)}
      </button>
    </fr-dialog>`}#i(){this.typed=``,this.keepPlan=!0,this.erasing=!0}async#a(){let{site:e}=this.services,t=await this.store.backUp();t&&O(t,`frigate-reid-${b(e.now_s(),e.zone)}.zip`)}async#o(){let[e]=this.chooser.files??[];e&&await this.store.check(e),this.chooser.value=``}async#s(){await this.store.restore(),this.services.site.refresh()}async#c(){this.erasing=!1,await this.store.erase(this.keepPlan),this.services.site.refresh()}};x([s()],H.prototype,`erasing`,void 0),x([s()],H.prototype,`typed`,void 0),x([s()],H.prototype,`keepPlan`,void 0),x([ne(`input[type=file]`)],H.prototype,`chooser`,void 0),H=x([D(`data-card`)],H);var U=class extends _{constructor(e){super({phase:`loading`,error:null,matching:null,rates:null}),this.api=e}async load(){try{let e=await this.api.get(`settings/matching`);this.set({phase:`ready`,error:null,matching:e})}catch(e){this.set({phase:`error`,error:d(e)})}}async measure(){try{this.set({rates:await this.api.get(`settings/matching/rates`)})}catch{}}async change(e){this.set({matching:await this.api.patch(`settings/matching`,e)})}};function W(e){if(e===void 0||e.wrong===null&&e.missed===null)return u(`rates.few`);let{wrong:t,missed:n}=e;return u(`rates.both`,{wrong:t===null?u(`rates.wrongFew`):u(`rates.wrong`,G(t)),missed:n===null?u(`rates.missedFew`):u(`rates.missed`,G(n))})}function G({count:e,of:t,low:n,high:r}){return{count:e,of:t,low:K(n,Math.floor),high:K(r,Math.ceil)}}function K(e,t){return t(100*e)}var ce=[`careful`,`balanced`,`eager`],q=class extends S{#e=null;constructor(){super(),c(this,()=>[this.store])}static{this.styles=[p,l,o`
      .card {
        display: grid;
        gap: 10px;
      }
      .band {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 12px;
        padding: 11px 14px;
        border: 1px solid var(--line);
        border-radius: 11px;
        cursor: pointer;
        align-items: center;
      }
      .band:has(:checked) {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .band span {
        grid-column: 2;
      }
      strong {
        font-weight: 600;
      }
    `]}get store(){return this.#e??=new U(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load(),this.store.measure()}render(){let{matching:e,error:t}=this.store.state;return m`<section class="card" aria-busy=${e===null&&t===null}>
      <h2>${u(`settings.matching`)}</h2>
      <p class="muted">${u(`settings.matchingWhy`)}</p>
      ${t&&e===null?m`<p role="alert">${t.message}</p>`:h}
      <div role="radiogroup" aria-label=${u(`settings.matching`)} class="card-bands stack">
        ${ce.map(t=>this.#t(t,e))}
      </div>
      ${this.#n()}
      <fr-switch
        data-act
        label=${u(`settings.pause`)}
        .checked=${e?.paused??!1}
        ?disabled=${e===null}
        @changed=${e=>void this.#r({paused:e.detail})}
      ></fr-switch>
      <p class="muted small">${u(`settings.pauseWhy`)}</p>
    </section>`}#t(e,t){return m`<label class="band">
      <input
        type="radio"
        name="band"
        data-act
        .checked=${M(t?.band===e)}
        ?disabled=${t===null}
        @change=${()=>void this.#r({band:e})}
      />
      <strong>${u(`band.${e}`)}</strong>
      <span class="muted small">${u(`band.${e}.why`)}</span>
      <span class="small numbers rates">
        ${W(this.store.state.rates?.bands.find(t=>t.band===e))}
      </span>
    </label>`}#n(){let{rates:e}=this.store.state;if(e===null)return h;let{answers:t,enough:n}=e;return m`<p class="muted small">
      ${a(`rates.measured`,t)} ${u(`rates.doubtful`,{enough:n})}
    </p>`}async#r(e){try{await this.store.change(e),this.services.toasts.done(u(`person.changed`))}catch(e){this.services.toasts.failed(e),this.requestUpdate()}}};q=x([D(`matching-card`)],q);var le=class extends _{constructor(e){super({phase:`loading`,error:null,cameras:[],retention:null,busy:null}),this.api=e}async load(){try{let{items:e,retention:t}=await this.api.get(`settings/privacy`);this.set({phase:`ready`,error:null,cameras:e,retention:t})}catch(e){this.set({phase:`error`,error:d(e)})}}async exclude(e,t,n){this.set({busy:e.camera});try{return(await this.api.put(`cameras/${encodeURIComponent(e.camera)}/exclusion`,{excluded:t,delete_stored:n},{frigate_instance:e.frigate_instance})).deleted}finally{this.set({busy:null}),await this.load()}}},J=class extends S{#e;constructor(){super(),this.#e=null,this.asked=null,c(this,()=>[this.store])}static{this.styles=[p,i,r,k,o`
      :host {
        display: grid;
        gap: 20px;
        grid-template-columns: minmax(0, 1fr);
      }
      .card {
        display: grid;
        gap: 12px;
      }
      dl {
        display: grid;
        grid-template-columns: 1fr max-content;
        gap: 6px 16px;
      }
      dt {
        color: var(--ink-3);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 14px;
        padding: 8px 0;
        border-top: 1px solid var(--line);
      }
      .bone {
        height: 180px;
      }
    `]}get store(){return this.#e??=new le(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}render(){let{phase:e,error:t,cameras:n}=this.store.state;return m`<section class="card">
        <h2>${u(`privacy.cameras`)}</h2>
        <p class="muted">${u(`privacy.camerasWhy`)}</p>
        ${e===`loading`?A(1,``):h}
        ${t&&n.length===0?m`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:h}
        ${e===`ready`&&n.length===0?m`<p>${u(`privacy.noCameras`)}</p>`:h}
        <ul>
          ${n.map(e=>this.#n(e))}
        </ul>
      </section>
      ${this.#t()} ${this.asked?this.#r(this.asked):h}`}#t(){let{retention:e}=this.store.state;if(e===null)return h;let t=e=>e===null?u(`privacy.kept`):a(`time.day`,e);return m`<section class="card">
      <h2>${u(`privacy.retention`)}</h2>
      <dl class="numbers">
        <dt>${u(`privacy.unnamed`)}</dt>
        <dd>${t(e.unnamed_days)}</dd>
        <dt>${u(`privacy.named`)}</dt>
        <dd>${t(e.named_days)}</dd>
        <dt>${u(`privacy.pictures`)}</dt>
        <dd>${t(e.pictures_days)}</dd>
        <dt>${u(`privacy.exports`)}</dt>
        <dd>${t(e.exports_days)}</dd>
      </dl>
      <p class="muted small">${u(`privacy.retentionWhy`)}</p>
    </section>`}#n(e){let t=e.excluded_since_s,n=v(e.camera);return m`<li>
      <span class="grow">
        <strong>${n}</strong><br />
        <span class="muted small numbers">${a(`people.sightings`,e.sightings)}</span>
      </span>
      ${t===null?h:m`<span class="chip warn"
            >${u(`privacy.since`,{when:w(this.services.site.now_s()-t)})}</span
          >`}
      <fr-switch
        data-act
        label=${u(`privacy.leaveOut`)}
        described=${n}
        .checked=${t!==null}
        ?disabled=${this.store.state.busy!==null}
        @changed=${t=>this.#i(e,t.detail)}
      ></fr-switch>
    </li>`}#r(e){let t=v(e.camera);return m`<fr-dialog
      heading=${u(`privacy.askTitle`,{name:t})}
      @closed=${()=>this.asked=null}
    >
      <p>${u(`privacy.askText`,{name:t})}</p>
      <p class="muted">${a(`privacy.askStored`,e.sightings)}</p>
      <button slot="actions" @click=${()=>void this.#a(e,!0,!1)}>
        ${u(`privacy.keepStored`)}
      </button>
      <button
        slot="actions"
        class="danger primary"
        @click=${()=>void this.#a(e,!0,!0)}
      >
        ${u(`privacy.deleteStored`)}
      </button>
    </fr-dialog>`}#i(e,t){t&&e.sightings>0?this.asked=e:this.#a(e,t,!1)}async#a(e,t,n){let{toasts:r}=this.services;this.asked=null;let i=v(e.camera);try{let o=await this.store.exclude(e,t,n),s=u(t?`privacy.leftOut`:`privacy.takenIn`,{name:i});r.done(n?`${s} ${a(`privacy.deleted`,o)}`:s)}catch(e){r.failed(e)}}};x([s()],J.prototype,`asked`,void 0),J=x([D(`privacy-card`)],J);var ue=class extends _{#e;constructor(e,t){super({trial:null,job:null,error:null}),this.api=e,this.#e=t.subscribe(e=>{e.topic===`jobs`&&this.#t(e.data)})}stop(){this.#e()}async load(){try{let{items:e}=await this.api.get(`jobs`,{kind:`rescan`,limit:10}),t=e.find(e=>e.result?.estimate_s===void 0);t&&Y(t)&&this.set({job:t})}catch{}}estimate(e,t){return this.#n(async()=>{this.set({trial:await this.api.post(`rescans`,{from_s:e,to_s:t,dry_run:!0})})})}start(e,t){return this.#n(async()=>{let n=await this.api.post(`rescans`,{from_s:e,to_s:t,dry_run:!1});this.set({job:n,trial:null})})}cancel(){return this.#n(async()=>{let{job:e}=this.state;e&&this.set({job:await this.api.delete(`jobs/${encodeURIComponent(e.id)}`)})})}#t(e){e.id===this.state.job?.id&&this.set({job:e}),e.id===this.state.trial?.id&&this.set({trial:e})}async#n(e){try{this.set({error:null}),await e()}catch(e){this.set({error:d(e)})}}};function Y(e){return e.state===`waiting`||e.state===`running`}var de=[`1`,`3`,`7`,`14`],fe=86400,X=class extends S{#e;constructor(){super(),this.#e=null,this.days=`3`,c(this,()=>[this.store])}static{this.styles=[p,i,l,o`
      .card {
        display: grid;
        gap: 12px;
        justify-items: start;
      }
      progress {
        width: 100%;
        height: 10px;
        accent-color: var(--accent);
      }
    `]}get store(){return this.#e??=new ue(this.services.api,this.services.live),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}disconnectedCallback(){super.disconnectedCallback(),this.store.stop(),this.#e=null}render(){let{job:e,error:t}=this.store.state;return m`<section class="card">
      <h2>${u(`rescan.title`)}</h2>
      <p class="muted">${u(`rescan.why`)}</p>
      ${e&&Y(e)?this.#n(e):this.#t()}
      ${e&&!Y(e)?m`<p role="status">${this.#i(e)}</p>`:h}
      ${t?m`<p role="alert">${t.message}</p>`:h}
    </section>`}#t(){let{trial:e}=this.store.state,t=this.#a();return m`<fr-segments
        label=${u(`rescan.range`)}
        .segments=${de.map(e=>({value:e,label:a(`time.day`,Number(e))}))}
        .value=${this.days}
        @chosen=${e=>this.days=e.detail}
      ></fr-segments>
      ${e?.result?m`<p>${this.#r(e.result)}</p>`:h}
      <div class="row wrap">
        <button @click=${()=>void this.store.estimate(...t)}>
          ${e&&Y(e)?u(`rescan.counting`):u(`rescan.estimate`)}
        </button>
        <button class="primary" @click=${()=>void this.store.start(...t)}>
          ${u(`rescan.start`)}
        </button>
      </div>`}#n(e){return m`<p role="status">${u(`job.${e.state}`)}</p>
      <progress max="1" .value=${e.progress} aria-label=${u(`rescan.title`)}></progress>
      <button @click=${()=>void this.store.cancel()}>${u(`action.cancel`)}</button>`}#r(e){let t=Number(e.events??0),n=C(Number(e.estimate_s??0));return a(`rescan.would`,t,{time:n})}#i(e){return e.state===`done`?a(`rescan.took`,Number(e.result?.taken??0)):e.message??u(`job.${e.state}`)}#a(){let e=this.services.site.now_s();return[e-Number(this.days)*fe,e]}};x([s()],X.prototype,`days`,void 0),X=x([D(`rescan-card`)],X);var pe=24,Z=class extends S{constructor(...e){super(...e),this.asked=[],this.recent=[],this.picked=[],this.found=[],this.explanation=null,this.error=null}static{this.styles=[p,i,o`
      .card {
        display: grid;
        gap: 14px;
      }
      .recent {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: 104px;
        gap: 12px;
        overflow-x: auto;
        padding: 4px 4px 10px;
      }
      .one {
        all: unset;
        cursor: pointer;
        font-size: 12.5px;
        line-height: 1.35;
        border-radius: 9px;
      }
      .one[aria-pressed='true'] fr-picture,
      .one:focus-visible {
        outline: 3px solid var(--accent);
        outline-offset: 1px;
      }
    `]}connectedCallback(){super.connectedCallback(),this.#r()}willUpdate(e){e.has(`asked`)&&this.asked.length===2&&(this.picked=this.asked,this.#i())}render(){let[e=null,t=null]=this.found;return m`<section class="card">
      <h2>${u(`why.title`)}</h2>
      <p class="muted">${u(`why.text`)}</p>
      <div class="recent">${this.recent.map(e=>this.#e(e))}</div>
      ${this.error?m`<p role="alert">${this.error.message}</p>`:h}
      ${this.explanation?m`<evidence-view
              .first=${e}
              .second=${t}
              .conclusion=${this.explanation.conclusion}
            ></evidence-view>
            <term-bars all .terms=${this.explanation.terms}></term-bars>`:h}
    </section>`}#e(e){let{zone:t}=this.services.site,n=T(e.start_s,t,!0);return m`<button
      class="one"
      aria-pressed=${this.picked.includes(e.id)}
      title=${this.#t(e)}
      @click=${()=>this.#n(e.id)}
    >
      <fr-picture .src=${re(e.crop_id)}></fr-picture>
      <strong class="cut">${e.identity_label??u(`why.nobody`)}</strong><br />
      ${v(e.camera)}<br /><span class="muted numbers">${n}</span>
    </button>`}#t(e){let{site:t}=this.services,n={today:u(`day.today`),yesterday:u(`day.yesterday`)},r=b(e.start_s,t.zone);return y(r,t.now_s(),t.zone,`en`,n)}#n(e){this.picked=this.picked.includes(e)?this.picked.filter(t=>t!==e):[...this.picked.slice(-1),e],this.explanation=null,this.picked.length===2&&this.#i()}async#r(){try{let e=await this.services.api.get(`sightings`,{limit:pe});this.recent=e.items}catch(e){this.error=d(e)}}async#i(){let{api:e}=this.services,[t=``,n=``]=this.picked;this.error=null;try{let r=[t,n].map(t=>e.get(`sightings/${encodeURIComponent(t)}`)),i=await e.post(`explain`,{a:t,b:n});this.found=await Promise.all(r),this.explanation=i}catch(e){this.error=d(e)}}};x([f({attribute:!1})],Z.prototype,`asked`,void 0),x([s()],Z.prototype,`recent`,void 0),x([s()],Z.prototype,`picked`,void 0),x([s()],Z.prototype,`found`,void 0),x([s()],Z.prototype,`explanation`,void 0),x([s()],Z.prototype,`error`,void 0),Z=x([D(`why-card`)],Z);var Q=[`service`,`privacy`,`audit`],$=class extends S{constructor(){super(),c(this,()=>[this.services.site,this.services.router])}static{this.styles=[p,i,o`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 20px;
        max-width: 1080px;
        margin-inline: auto;
        min-width: 0;
      }
      .panel {
        display: grid;
        gap: 20px;
        grid-template-columns: minmax(0, 1fr);
      }
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
        gap: 20px;
        align-items: start;
      }
      .card {
        display: grid;
        gap: 12px;
      }
    `]}render(){let e=this.#t();return m`<h1>${u(`settings.title`)}</h1>
      <fr-tabs
        .tabs=${Q.map(e=>({name:e,label:u(`settings.tab.${e}`)}))}
        .current=${e}
        @chosen=${e=>this.services.router.refine({tab:e.detail===`service`?null:e.detail,why:null})}
      ></fr-tabs>
      <div role="tabpanel" class="panel" aria-label=${u(`settings.tab.${e}`)}>
        ${this.#e(e)}
      </div>`}#e(e){return e===`audit`?m`<audit-card></audit-card>`:e===`privacy`?m`<div class="two">
        <privacy-card></privacy-card>
        <data-card></data-card>
      </div>`:this.#n()}#t(){let e=this.services.router.state.place.params.get(`tab`);return Q.find(t=>t===e)??`service`}#n(){let{site:e,router:t}=this.services,n=t.state.place.params.get(`why`)??``;return m`${n?m`<why-card .asked=${n.split(`,`)}></why-card>`:h}
      <connections-card .health=${e.state.health}></connections-card>
      <div class="two">
        <matching-card></matching-card>
        <rescan-card></rescan-card>
      </div>
      ${n?h:m`<why-card></why-card>`}
      <div class="two">
        <section class="card">
          <h2>${u(`settings.diagnostics`)}</h2>
          <p class="muted">${u(`settings.diagnosticsWhy`)}</p>
          <div class="row wrap">
            <button @click=${()=>void this.#i()}>${u(`settings.download`)}</button>
          </div>
        </section>
        ${this.#r()}
      </div>`}#r(){let{info:e,session:t}=this.services.site.state;return m`<section class="card">
      <h2>${u(`settings.about`)}</h2>
      <p class="muted">
        ${u(`settings.version`,{version:e?.service_version??`?`})}<br />
        ${u(`settings.zone`,{zone:t?.time_zone??u(`settings.zoneOfBrowser`)})}<br />
        ${u(`settings.privacy`)}
      </p>
      ${t?.needs_token?m`<div class="row">
            <button @click=${()=>this.services.signOut()}>${u(`settings.signOut`)}</button>
          </div>`:h}
    </section>`}async#i(){try{O(await this.services.api.blob(`diagnostics`),`frigate-reid-diagnostics.json`)}catch(e){this.services.toasts.failed(e)}}};$=x([D(`settings-page`)],$);export{$ as SettingsPage};