import{Ft as e,G as t,Gt as n,It as r,Kt as i,Lt as a,Mt as o,Pt as s,Qt as c,Ut as l,Vt as u,Wt as d,Y as f,Yt as p,a as m,an as h,b as g,d as _,g as v,it as ee,jt as te,l as y,ln as b,n as x,qt as S,r as C,rn as w,t as T,tn as E,u as D,x as O}from"./words-BBEF5V6p.js";import{t as k}from"./save-BFvkjUXq.js";import"./fr-tabs-CBETLz2B.js";import{a as A,i as j,r as M,t as ne}from"./fr-picture-DYHgT8mB.js";import{t as re}from"./decision-words-CHc7NGZo.js";import"./fr-dialog-cpajA4lh.js";import{t as ie}from"./live-XT7rmFWf.js";import"./fr-segments-plYatf4i.js";import"./term-bars-DiXKLv-H.js";var ae=50,oe=[`service`,`people`],se=class extends E{constructor(e){super({phase:`loading`,error:null,filter:{by:``,kind:``},actors:[],decisions:[],people:new Map,cursor:null}),this.api=e}async load(){await this.#e(null);try{let{items:e}=await this.api.get(`decisions/actors`);this.set({actors:e})}catch{}}filter(e){return this.set({filter:{...this.state.filter,...e}}),this.#e(null)}more(){return this.#e(this.state.cursor)}async undo(e){let t=`decisions/${encodeURIComponent(e)}/undo`,{decision_ids:n}=await this.api.post(t);return await this.#e(null),n}async#e(e){let{filter:t,decisions:n,people:r}=this.state;try{let i={...oe.includes(t.by)?{by:t.by}:{actor:t.by},kind:t.kind,limit:ae,cursor:e},a=await this.api.get(`decisions`,i);if(this.state.filter!==t)return;let o=a.people.map(({id:e,label:t})=>[e,t]);this.set({phase:`ready`,error:null,decisions:e===null?a.items:[...n,...a.items],people:new Map([...e===null?[]:r,...o]),cursor:a.cursor})}catch(e){this.set({phase:`error`,error:b(e)})}}};function ce(e,t){let n=e.changes.flatMap(e=>e.subject===`identity`?[e.subject_id]:e.field===`identity_id`?[e.after,e.before]:[]);return[...new Set(n)].flatMap(e=>{let n=typeof e==`string`?t.get(e):void 0;return n===void 0?[]:[{id:e,label:n}]})}var le=[`assign`,`merge`,`split`,`distinguish`,`unsure`,`rename`,`hide`,`expose`,`feature`,`undo`],N=class extends g{#e=null;#t=()=>void 0;constructor(){super(),u(this,()=>[this.store])}static{this.styles=[s,e,r,a,j,c`
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        font-weight: 560;
        font-size: 14px;
        max-width: 100%;
      }
      select {
        min-width: 0;
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
    `]}get store(){return this.#e??=new se(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.#t=this.services.toasts.onUndone(()=>void this.store.load()),this.store.load()}disconnectedCallback(){super.disconnectedCallback(),this.#t()}render(){let{phase:e,error:t,decisions:n,cursor:r}=this.store.state;return p`<section class="card">
      <h2>${w(`audit.title`)}</h2>
      <p class="muted">${w(`audit.why`)}</p>
      ${this.#n()} ${e===`loading`?M(1,``):S}
      ${t&&n.length===0?p`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:S}
      ${e===`ready`&&n.length===0?p`<fr-notice
            .icon=${ee}
            heading=${w(`audit.none.title`)}
            text=${w(`audit.none.text`)}
          ></fr-notice>`:S}
      <ol>
        ${n.map(e=>this.#r(e))}
      </ol>
      ${r?p`<div><button @click=${()=>void this.store.more()}>${w(`action.more`)}</button></div>`:S}
    </section>`}#n(){let{actors:e,filter:t}=this.store.state,n=e.filter(e=>e!==`system`),r=(e,n)=>p`<option value=${e} ?selected=${e===t.by}>${n}</option>`;return p`<div class="row wrap">
      <label
        >${w(`audit.by`)}
        <select aria-label=${w(`audit.by`)} @change=${e=>void this.store.filter({by:P(e)})}>
          ${r(``,w(`audit.everybody`))} ${r(`service`,w(`history.system`))}
          ${r(`people`,w(`audit.people`))}
          ${n.map(e=>r(e,T(e)))}
        </select></label
      >
      <label
        >${w(`audit.kind`)}
        <select aria-label=${w(`audit.kind`)} @change=${e=>void this.store.filter({kind:P(e)})}>
          <option value="">${w(`audit.everything`)}</option>
          ${le.map(e=>p`<option value=${e}>${w(`kind.${e}`)}</option>`)}
        </select></label
      >
    </div>`}#r(e){let{site:t}=this.services,n={today:w(`day.today`),yesterday:w(`day.yesterday`)},r=_(v(e.at_s,t.zone),t.now_s(),t.zone,`en`,n),i=ce(e,this.store.state.people),a=e.actor!==`system`;return p`<li class=${e.undone?`undone`:``}>
      <time class="numbers small">${r}, ${D(e.at_s,t.zone,!0)}</time>
      <div class="what">
        <p>${re(e)}</p>
        <span class="small">
          ${i.map(({id:e,label:t})=>p`<a href="#/people/${encodeURIComponent(e)}">${t}</a> `)}
        </span>
      </div>
      <span class="chip ${a?`accent`:``}">${T(e.actor)}</span>
      ${e.undone?p`<span class="chip">${w(`history.undone`)}</span>`:p`<button data-act class="quiet" @click=${()=>void this.#i(e)}>
            <fr-icon path=${te}></fr-icon>${w(`action.undo`)}
          </button>`}
    </li>`}async#i(e){let{toasts:t}=this.services;try{t.done(w(`undo.done`),await this.store.undo(e.id))}catch(e){t.failed(e)}}};N=O([n(`audit-card`)],N);function P(e){return e.target.value}function F(e){return[...e.mqtt.map(e=>{let t=e.last_message_age_s;return{part:w(`part.mqtt`,{name:e.instance}),state:e.connected?`ok`:`bad`,text:e.problem??w(e.connected?`part.connected`:`part.away`),detail:t===null?``:w(`part.lastMessage`,{age:x(t)})}}),...e.frigate.map(e=>({part:w(`part.frigate`,{name:e.instance}),state:e.reachable?`ok`:`bad`,text:e.problem??w(e.reachable?`part.reached`:`part.away`),detail:e.version===null?``:w(`part.version`,{version:e.version})})),I(e),{part:w(`part.gallery`),state:e.gallery.available?`ok`:`bad`,text:w(e.gallery.available?`part.reached`:`part.away`),detail:h(`part.points`,e.gallery.points??0)},{part:w(`part.store`),state:`ok`,text:w(`part.reached`),detail:e.store.kind}]}function I(e){let{id:t,runtime:n,dimension:r,ms_per_crop:i}=e.model,a=y(i);return{part:w(`part.model`),state:e.ready?`ok`:`waiting`,text:t,detail:[w(`part.runtime`,{runtime:n,dimension:r}),a].filter(Boolean).join(` · `)}}var L=class extends i{constructor(...e){super(...e),this.health=null}static{this.styles=[s,j,c`
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
    `]}render(){let{health:e}=this;return p`<section class="card">
      <h2>${w(`settings.connections`)}</h2>
      ${e===null?M(1,``):p`<ul>
              ${F(e).map(e=>this.#e(e))}
            </ul>
            <p class="muted small numbers">
              ${h(`settings.messages`,e.messages_received)} ·
              ${w(`settings.queue`,{n:e.queue+e.backlog})} ·
              ${w(`settings.uptime`,{age:x(e.uptime_s)})} ·
              ${w(`settings.memory`,{mb:Math.round(e.rss_bytes/1e6)})}
            </p>`}
    </section>`}#e({part:e,state:t,text:n,detail:r}){return p`<li>
      <span class="dot ${t}" role="img" aria-label=${w(`state.${t}`)}></span>
      <strong>${e}</strong>
      <span class="cut" title=${n}>${n}</span>
      <span class="muted small">${r}</span>
    </li>`}};O([d({attribute:!1})],L.prototype,`health`,void 0),L=O([n(`connections-card`)],L);var R=1,z=300,B=class extends E{constructor(e,t){super({doing:null,found:null,outcome:null,error:null}),this.api=e,this.wait=t}backUp(){return this.#r(`backup`,()=>this.api.blob(`backup`))}async check(e){this.set({found:null});let t=e.slice(0,e.size,`application/zip`),n=await this.#r(`check`,()=>this.api.upload(`POST`,`backups`,t));this.set({found:n})}leave(){this.set({found:null,error:null})}async restore(){let{found:e}=this.state;if(e===null)return;let t=`backups/${encodeURIComponent(e.id)}/restore`;await this.#e(`restore`,t,{confirm:`replace everything`}),this.set({found:null})}erase(e){return this.#e(`erase`,`erase`,{confirm:`delete everything`,keep_plan:e})}async#e(e,t,n){await this.#r(e,async()=>{let e=await this.#n();await this.api.post(t,n),this.set({outcome:await this.#t(e)})})}async#t(e){for(let t=0;t<z;t+=R){await this.wait(R);try{let t=await this.#n();if(t!==null&&t.at_s!==e?.at_s)return t}catch{}}return null}async#n(){return(await this.api.get(`upkeep`)).last}async#r(e,t){this.set({doing:e,error:null,outcome:null});try{return await t()}catch(e){return this.set({error:b(e)}),null}finally{this.set({doing:null})}}},V=class extends g{#e;constructor(){super(),this.#e=null,this.erasing=!1,this.typed=``,this.keepPlan=!0,u(this,()=>[this.store])}static{this.styles=[s,e,a,c`
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
    `]}get store(){let e=e=>new Promise(t=>setTimeout(t,e*1e3));return this.#e??=new B(this.services.api,e),this.#e}render(){let{doing:e,found:n,error:r}=this.store.state,i=e!==null;return p`<section class="card">
        <h2>${w(`backup.title`)}</h2>
        <p class="muted">${w(`backup.why`)}</p>
        <div class="row wrap">
          <button data-act ?disabled=${i} @click=${()=>void this.#a()}>
            <fr-icon path=${f}></fr-icon>${w(`backup.make`)}
          </button>
          <button data-act ?disabled=${i} @click=${()=>this.chooser.click()}>
            <fr-icon path=${o}></fr-icon>${w(`backup.choose`)}
          </button>
        </div>
        <input
          type="file"
          hidden
          accept="application/zip,.zip"
          aria-label=${w(`backup.choose`)}
          @change=${()=>void this.#o()}
        />
        <div role="status" class="stack">${this.#t()}</div>
        ${r?p`<p role="alert" class="bad">${r.message}</p>`:S}
      </section>
      <section class="card">
        <h2>${w(`erase.title`)}</h2>
        <p class="muted">${w(`erase.why`)}</p>
        <button class="danger" ?disabled=${i} @click=${()=>this.#i()}>
          <fr-icon path=${t}></fr-icon>${w(`erase.begin`)}
        </button>
      </section>
      ${n&&e!==`restore`?this.#n(n):S}
      ${this.erasing?this.#r():S}`}#t(){let{doing:e,outcome:t}=this.store.state;return e===null?t===null?S:t.done?p`<p>${w(`upkeep.done.${t.kind}`)}</p>`:p`<p class="bad">${t.message} ${w(`upkeep.nothingLost`)}</p>`:p`<p>${w(`upkeep.${e}`)}</p>
        <progress aria-label=${w(`upkeep.${e}`)}></progress>`}#n(e){let{zone:t}=this.services.site;return p`<fr-dialog heading=${w(`backup.restoreTitle`)} @closed=${()=>this.store.leave()}>
      <p>${w(`backup.sound`)}</p>
      <dl class="numbers">
        <dt>${w(`backup.made`)}</dt>
        <dd>${(e=>`${v(e,t)}, ${D(e,t)}`)(e.created_s)}</dd>
        <dt>${w(`nav.people`)}</dt>
        <dd>${w(`backup.people`,{people:e.people,named:e.named})}</dd>
        <dt>${w(`cameras.tracklets`)}</dt>
        <dd>
          ${e.sightings}
          ${e.first_s===null||e.last_s===null?S:`(${v(e.first_s,t)} – ${v(e.last_s,t)})`}
        </dd>
        <dt>${w(`backup.pictures`)}</dt>
        <dd>${e.pictures}</dd>
        <dt>${w(`backup.floors`)}</dt>
        <dd>${e.floors}</dd>
      </dl>
      <p>${w(`backup.restoreWhy`)}</p>
      <button slot="actions" @click=${()=>this.store.leave()}>${w(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#s()}>
        ${w(`backup.restore`)}
      </button>
    </fr-dialog>`}#r(){let e=w(`erase.phrase`),t=this.typed.trim().toLowerCase()===e;return p`<fr-dialog heading=${w(`erase.title`)} @closed=${()=>this.erasing=!1}>
      <p>${w(`erase.text`)}</p>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${this.keepPlan}
          @change=${e=>this.keepPlan=e.target.checked}
        />${w(`erase.keepPlan`)}</label
      >
      <label class="field"
        >${w(`erase.type`,{phrase:e})}
        <input
          autocomplete="off"
          autofocus
          .value=${this.typed}
          @input=${e=>this.typed=e.target.value}
      /></label>
      <button slot="actions" @click=${()=>this.erasing=!1}>${w(`action.cancel`)}</button>
      <button
        slot="actions"
        class="danger primary"
        ?disabled=${!t}
        @click=${()=>void this.#c()}
      >
        ${w(`erase.do`)}
      </button>
    </fr-dialog>`}#i(){this.typed=``,this.keepPlan=!0,this.erasing=!0}async#a(){let{site:e}=this.services,t=await this.store.backUp();t&&k(t,`frigate-reid-${v(e.now_s(),e.zone)}.zip`)}async#o(){let[e]=this.chooser.files??[];e&&await this.store.check(e),this.chooser.value=``}async#s(){await this.store.restore(),this.services.site.refresh()}async#c(){this.erasing=!1,await this.store.erase(this.keepPlan),this.services.site.refresh()}};O([l()],V.prototype,`erasing`,void 0),O([l()],V.prototype,`typed`,void 0),O([l()],V.prototype,`keepPlan`,void 0),O([A(`input[type=file]`)],V.prototype,`chooser`,void 0),V=O([n(`data-card`)],V);var H=class extends E{constructor(e){super({phase:`loading`,error:null,matching:null,rates:null}),this.api=e}async load(){try{let e=await this.api.get(`settings/matching`);this.set({phase:`ready`,error:null,matching:e})}catch(e){this.set({phase:`error`,error:b(e)})}}async measure(){try{this.set({rates:await this.api.get(`settings/matching/rates`)})}catch{}}async change(e){this.set({matching:await this.api.patch(`settings/matching`,e)})}};function U(e){if(e===void 0||e.wrong===null&&e.missed===null)return w(`rates.few`);let{wrong:t,missed:n}=e;return w(`rates.both`,{wrong:t===null?w(`rates.wrongFew`):w(`rates.wrong`,W(t)),missed:n===null?w(`rates.missedFew`):w(`rates.missed`,W(n))})}function W({count:e,of:t,low:n,high:r}){return{count:e,of:t,low:G(n,Math.floor),high:G(r,Math.ceil)}}function G(e,t){return t(100*e)}var ue=[`careful`,`balanced`,`eager`],K=class extends g{#e=null;constructor(){super(),u(this,()=>[this.store])}static{this.styles=[s,a,c`
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
    `]}get store(){return this.#e??=new H(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load(),this.store.measure()}render(){let{matching:e,error:t}=this.store.state;return p`<section class="card" aria-busy=${e===null&&t===null}>
      <h2>${w(`settings.matching`)}</h2>
      <p class="muted">${w(`settings.matchingWhy`)}</p>
      ${t&&e===null?p`<p role="alert">${t.message}</p>`:S}
      <div role="radiogroup" aria-label=${w(`settings.matching`)} class="card-bands stack">
        ${ue.map(t=>this.#t(t,e))}
      </div>
      ${this.#n()}
      <fr-switch
        data-act
        label=${w(`settings.pause`)}
        .checked=${e?.paused??!1}
        ?disabled=${e===null}
        @changed=${e=>void this.#r({paused:e.detail})}
      ></fr-switch>
      <p class="muted small">${w(`settings.pauseWhy`)}</p>
    </section>`}#t(e,t){return p`<label class="band">
      <input
        type="radio"
        name="band"
        data-act
        .checked=${ie(t?.band===e)}
        ?disabled=${t===null}
        @change=${()=>void this.#r({band:e})}
      />
      <strong>${w(`band.${e}`)}</strong>
      <span class="muted small">${w(`band.${e}.why`)}</span>
      <span class="small numbers rates">
        ${U(this.store.state.rates?.bands.find(t=>t.band===e))}
      </span>
    </label>`}#n(){let{rates:e}=this.store.state;if(e===null)return S;let{answers:t,enough:n}=e;return p`<p class="muted small">
      ${h(`rates.measured`,t)} ${w(`rates.doubtful`,{enough:n})}
    </p>`}async#r(e){try{await this.store.change(e),this.services.toasts.done(w(`person.changed`))}catch(e){this.services.toasts.failed(e),this.requestUpdate()}}};K=O([n(`matching-card`)],K);var de=class extends E{constructor(e){super({phase:`loading`,error:null,cameras:[],retention:null,busy:null}),this.api=e}async load(){try{let{items:e,retention:t}=await this.api.get(`settings/privacy`);this.set({phase:`ready`,error:null,cameras:e,retention:t})}catch(e){this.set({phase:`error`,error:b(e)})}}async exclude(e,t,n){this.set({busy:e.camera});try{return(await this.api.put(`cameras/${encodeURIComponent(e.camera)}/exclusion`,{excluded:t,delete_stored:n},{frigate_instance:e.frigate_instance})).deleted}finally{this.set({busy:null}),await this.load()}}},q=class extends g{#e;constructor(){super(),this.#e=null,this.asked=null,u(this,()=>[this.store])}static{this.styles=[s,e,r,j,c`
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
    `]}get store(){return this.#e??=new de(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}render(){let{phase:e,error:t,cameras:n}=this.store.state;return p`<section class="card">
        <h2>${w(`privacy.cameras`)}</h2>
        <p class="muted">${w(`privacy.camerasWhy`)}</p>
        ${e===`loading`?M(1,``):S}
        ${t&&n.length===0?p`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:S}
        ${e===`ready`&&n.length===0?p`<p>${w(`privacy.noCameras`)}</p>`:S}
        <ul>
          ${n.map(e=>this.#n(e))}
        </ul>
      </section>
      ${this.#t()} ${this.asked?this.#r(this.asked):S}`}#t(){let{retention:e}=this.store.state;if(e===null)return S;let t=e=>e===null?w(`privacy.kept`):h(`time.day`,e);return p`<section class="card">
      <h2>${w(`privacy.retention`)}</h2>
      <dl class="numbers">
        <dt>${w(`privacy.unnamed`)}</dt>
        <dd>${t(e.unnamed_days)}</dd>
        <dt>${w(`privacy.named`)}</dt>
        <dd>${t(e.named_days)}</dd>
        <dt>${w(`privacy.pictures`)}</dt>
        <dd>${t(e.pictures_days)}</dd>
        <dt>${w(`privacy.exports`)}</dt>
        <dd>${t(e.exports_days)}</dd>
      </dl>
      <p class="muted small">${w(`privacy.retentionWhy`)}</p>
    </section>`}#n(e){let t=e.excluded_since_s,n=m(e.camera);return p`<li>
      <span class="grow">
        <strong>${n}</strong><br />
        <span class="muted small numbers">${h(`people.sightings`,e.sightings)}</span>
      </span>
      ${t===null?S:p`<span class="chip warn"
            >${w(`privacy.since`,{when:C(this.services.site.now_s()-t)})}</span
          >`}
      <fr-switch
        data-act
        label=${w(`privacy.leaveOut`)}
        described=${n}
        .checked=${t!==null}
        ?disabled=${this.store.state.busy!==null}
        @changed=${t=>this.#i(e,t.detail)}
      ></fr-switch>
    </li>`}#r(e){let t=m(e.camera);return p`<fr-dialog
      heading=${w(`privacy.askTitle`,{name:t})}
      @closed=${()=>this.asked=null}
    >
      <p>${w(`privacy.askText`,{name:t})}</p>
      <p class="muted">${h(`privacy.askStored`,e.sightings)}</p>
      <button slot="actions" @click=${()=>void this.#a(e,!0,!1)}>
        ${w(`privacy.keepStored`)}
      </button>
      <button
        slot="actions"
        class="danger primary"
        @click=${()=>void this.#a(e,!0,!0)}
      >
        ${w(`privacy.deleteStored`)}
      </button>
    </fr-dialog>`}#i(e,t){t&&e.sightings>0?this.asked=e:this.#a(e,t,!1)}async#a(e,t,n){let{toasts:r}=this.services;this.asked=null;let i=m(e.camera);try{let a=await this.store.exclude(e,t,n),o=w(t?`privacy.leftOut`:`privacy.takenIn`,{name:i});r.done(n?`${o} ${h(`privacy.deleted`,a)}`:o)}catch(e){r.failed(e)}}};O([l()],q.prototype,`asked`,void 0),q=O([n(`privacy-card`)],q);var J=class extends E{#e;constructor(e,t){super({trial:null,job:null,error:null}),this.api=e,this.#e=t.subscribe(e=>{e.topic===`jobs`&&this.#t(e.data)})}stop(){this.#e()}async load(){try{let{items:e}=await this.api.get(`jobs`,{kind:`rescan`,limit:10}),t=e.find(e=>e.result?.estimate_s===void 0);t&&Y(t)&&this.set({job:t})}catch{}}estimate(e,t){return this.#n(async()=>{this.set({trial:await this.api.post(`rescans`,{from_s:e,to_s:t,dry_run:!0})})})}start(e,t){return this.#n(async()=>{let n=await this.api.post(`rescans`,{from_s:e,to_s:t,dry_run:!1});this.set({job:n,trial:null})})}cancel(){return this.#n(async()=>{let{job:e}=this.state;e&&this.set({job:await this.api.delete(`jobs/${encodeURIComponent(e.id)}`)})})}#t(e){e.id===this.state.job?.id&&this.set({job:e}),e.id===this.state.trial?.id&&this.set({trial:e})}async#n(e){try{this.set({error:null}),await e()}catch(e){this.set({error:b(e)})}}};function Y(e){return e.state===`waiting`||e.state===`running`}var fe=[`1`,`3`,`7`,`14`],pe=86400,X=class extends g{#e;constructor(){super(),this.#e=null,this.days=`3`,u(this,()=>[this.store])}static{this.styles=[s,e,a,c`
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
    `]}get store(){return this.#e??=new J(this.services.api,this.services.live),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}disconnectedCallback(){super.disconnectedCallback(),this.store.stop(),this.#e=null}render(){let{job:e,error:t}=this.store.state;return p`<section class="card">
      <h2>${w(`rescan.title`)}</h2>
      <p class="muted">${w(`rescan.why`)}</p>
      ${e&&Y(e)?this.#n(e):this.#t()}
      ${e&&!Y(e)?p`<p role="status">${this.#i(e)}</p>`:S}
      ${t?p`<p role="alert">${t.message}</p>`:S}
    </section>`}#t(){let{trial:e}=this.store.state,t=this.#a();return p`<fr-segments
        label=${w(`rescan.range`)}
        .segments=${fe.map(e=>({value:e,label:h(`time.day`,Number(e))}))}
        .value=${this.days}
        @chosen=${e=>this.days=e.detail}
      ></fr-segments>
      ${e?.result?p`<p>${this.#r(e.result)}</p>`:S}
      <div class="row wrap">
        <button data-act @click=${()=>void this.store.estimate(...t)}>
          ${e&&Y(e)?w(`rescan.counting`):w(`rescan.estimate`)}
        </button>
        <button class="primary" @click=${()=>void this.store.start(...t)}>
          ${w(`rescan.start`)}
        </button>
      </div>`}#n(e){return p`<p role="status">${w(`job.${e.state}`)}</p>
      <progress max="1" .value=${e.progress} aria-label=${w(`rescan.title`)}></progress>
      <button data-act @click=${()=>void this.store.cancel()}>${w(`action.cancel`)}</button>`}#r(e){let t=Number(e.events??0),n=x(Number(e.estimate_s??0));return h(`rescan.would`,t,{time:n})}#i(e){return e.state===`done`?h(`rescan.took`,Number(e.result?.taken??0)):e.message??w(`job.${e.state}`)}#a(){let e=this.services.site.now_s();return[e-Number(this.days)*pe,e]}};O([l()],X.prototype,`days`,void 0),X=O([n(`rescan-card`)],X);var me=24,Z=class extends g{constructor(...e){super(...e),this.asked=[],this.recent=[],this.picked=[],this.found=[],this.explanation=null,this.error=null}static{this.styles=[s,e,c`
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
    `]}connectedCallback(){super.connectedCallback(),this.#r()}willUpdate(e){e.has(`asked`)&&this.asked.length===2&&(this.picked=this.asked,this.#i())}render(){let[e=null,t=null]=this.found;return p`<section class="card">
      <h2>${w(`why.title`)}</h2>
      <p class="muted">${w(`why.text`)}</p>
      <div class="recent">${this.recent.map(e=>this.#e(e))}</div>
      ${this.error?p`<p role="alert">${this.error.message}</p>`:S}
      ${this.explanation?p`<evidence-view
              .first=${e}
              .second=${t}
              .conclusion=${this.explanation.conclusion}
            ></evidence-view>
            <term-bars all .terms=${this.explanation.terms}></term-bars>`:S}
    </section>`}#e(e){let{zone:t}=this.services.site,n=D(e.start_s,t,!0);return p`<button
      class="one"
      aria-pressed=${this.picked.includes(e.id)}
      title=${this.#t(e)}
      @click=${()=>this.#n(e.id)}
    >
      <fr-picture .src=${ne(e.crop_id)}></fr-picture>
      <strong class="cut">${e.identity_label??w(`why.nobody`)}</strong><br />
      ${m(e.camera)}<br /><span class="muted numbers">${n}</span>
    </button>`}#t(e){let{site:t}=this.services,n={today:w(`day.today`),yesterday:w(`day.yesterday`)},r=v(e.start_s,t.zone);return _(r,t.now_s(),t.zone,`en`,n)}#n(e){this.picked=this.picked.includes(e)?this.picked.filter(t=>t!==e):[...this.picked.slice(-1),e],this.explanation=null,this.picked.length===2&&this.#i()}async#r(){try{let e=await this.services.api.get(`sightings`,{limit:me});this.recent=e.items}catch(e){this.error=b(e)}}async#i(){let{api:e}=this.services,[t=``,n=``]=this.picked;this.error=null;try{let r=t=>e.get(`sightings/${encodeURIComponent(t)}`),i=e.post(`explain`,{a:t,b:n}),[a,o,s]=await Promise.all([r(t),r(n),i]);this.found=[a,o],this.explanation=s}catch(e){this.error=b(e)}}};O([d({attribute:!1})],Z.prototype,`asked`,void 0),O([l()],Z.prototype,`recent`,void 0),O([l()],Z.prototype,`picked`,void 0),O([l()],Z.prototype,`found`,void 0),O([l()],Z.prototype,`explanation`,void 0),O([l()],Z.prototype,`error`,void 0),Z=O([n(`why-card`)],Z);var Q=[`service`,`privacy`,`audit`],$=class extends g{constructor(){super(),u(this,()=>[this.services.site,this.services.router])}static{this.styles=[s,e,c`
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
    `]}render(){let e=this.#t();return p`<h1>${w(`settings.title`)}</h1>
      <fr-tabs
        .tabs=${Q.map(e=>({name:e,label:w(`settings.tab.${e}`)}))}
        .current=${e}
        @chosen=${e=>this.services.router.refine({tab:e.detail===`service`?null:e.detail,why:null})}
      ></fr-tabs>
      <div role="tabpanel" class="panel" aria-label=${w(`settings.tab.${e}`)}>
        ${this.#e(e)}
      </div>`}#e(e){return e===`audit`?p`<audit-card></audit-card>`:e===`privacy`?p`<div class="two">
        <privacy-card></privacy-card>
        <data-card></data-card>
      </div>`:this.#n()}#t(){let e=this.services.router.state.place.params.get(`tab`);return Q.find(t=>t===e)??`service`}#n(){let{site:e,router:t}=this.services,n=t.state.place.params.get(`why`)??``;return p`${n?p`<why-card .asked=${n.split(`,`)}></why-card>`:S}
      <connections-card .health=${e.state.health}></connections-card>
      <div class="two">
        <matching-card></matching-card>
        <rescan-card></rescan-card>
      </div>
      ${n?S:p`<why-card></why-card>`}
      <div class="two">
        <section class="card">
          <h2>${w(`settings.diagnostics`)}</h2>
          <p class="muted">${w(`settings.diagnosticsWhy`)}</p>
          <div class="row wrap">
            <button @click=${()=>void this.#i()}>${w(`settings.download`)}</button>
          </div>
        </section>
        ${this.#r()}
      </div>`}#r(){let{info:e,session:t}=this.services.site.state;return p`<section class="card">
      <h2>${w(`settings.about`)}</h2>
      <p class="muted">
        ${w(`settings.version`,{version:e?.service_version??`?`})}<br />
        ${w(`settings.zone`,{zone:t?.time_zone??w(`settings.zoneOfBrowser`)})}<br />
        ${w(`settings.privacy`)}
      </p>
      ${t?.needs_token?p`<div class="row">
            <button @click=${()=>this.services.signOut()}>${w(`settings.signOut`)}</button>
          </div>`:S}
    </section>`}async#i(){try{k(await this.services.api.blob(`diagnostics`),`frigate-reid-diagnostics.json`)}catch(e){this.services.toasts.failed(e)}}};$=O([n(`settings-page`)],$);export{$ as SettingsPage};