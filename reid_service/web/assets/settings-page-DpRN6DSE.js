import{Ft as e,G as t,Gt as n,It as r,Kt as i,Lt as a,Mt as o,Pt as s,Qt as c,Ut as l,Vt as u,Wt as d,Y as ee,Yt as f,a as p,an as m,b as h,d as g,g as _,it as v,jt as te,l as ne,ln as y,n as b,qt as x,r as S,rn as C,t as w,tn as T,u as E,x as D}from"./words-CSYP8CTQ.js";import{t as O}from"./save-P-Z7k9vA.js";import"./fr-tabs-C6RIHUfy.js";import{a as re,i as k,r as A,t as j}from"./fr-picture-DPjzeCCH.js";import{t as ie}from"./decision-words-ljzNAhTc.js";import"./fr-dialog-DjE7l8O2.js";import{t as ae}from"./live-DPqPRCux.js";import"./fr-segments-B40J1w4p.js";import"./term-bars-YUUf_4Nf.js";var M=50,oe=[`service`,`people`],se=class extends T{constructor(e){super({phase:`loading`,error:null,filter:{by:``,kind:``},actors:[],decisions:[],people:new Map,cursor:null}),this.api=e}async load(){await this.#e(null);try{let{items:e}=await this.api.get(`decisions/actors`);this.set({actors:e})}catch{}}filter(e){return this.set({filter:{...this.state.filter,...e}}),this.#e(null)}more(){return this.#e(this.state.cursor)}async undo(e){let t=`decisions/${encodeURIComponent(e)}/undo`,{decision_ids:n}=await this.api.post(t);return await this.#e(null),n}async#e(e){let{filter:t,decisions:n,people:r}=this.state;try{let i={...oe.includes(t.by)?{by:t.by}:{actor:t.by},kind:t.kind,limit:M,cursor:e},a=await this.api.get(`decisions`,i);if(this.state.filter!==t)return;let o=a.people.map(({id:e,label:t})=>[e,t]);this.set({phase:`ready`,error:null,decisions:e===null?a.items:[...n,...a.items],people:new Map([...e===null?[]:r,...o]),cursor:a.cursor})}catch(e){this.set({phase:`error`,error:y(e)})}}};function ce(e,t){let n=e.changes.flatMap(e=>e.subject===`identity`?[e.subject_id]:e.field===`identity_id`?[e.after,e.before]:[]);return[...new Set(n)].flatMap(e=>{let n=typeof e==`string`?t.get(e):void 0;return n===void 0?[]:[{id:e,label:n}]})}var le=[`assign`,`merge`,`split`,`distinguish`,`unsure`,`rename`,`hide`,`expose`,`feature`,`undo`],N=class extends h{#e=null;#t=()=>void 0;constructor(){super(),u(this,()=>[this.store])}static{this.styles=[s,e,r,a,k,c`
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
    `]}get store(){return this.#e??=new se(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.#t=this.services.toasts.onUndone(()=>void this.store.load()),this.store.load()}disconnectedCallback(){super.disconnectedCallback(),this.#t()}render(){let{phase:e,error:t,decisions:n,cursor:r}=this.store.state;return f`<section class="card">
      <h2>${C(`audit.title`)}</h2>
      <p class="muted">${C(`audit.why`)}</p>
      ${this.#n()} ${e===`loading`?A(1,``):x}
      ${t&&n.length===0?f`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:x}
      ${e===`ready`&&n.length===0?f`<fr-notice
            .icon=${v}
            heading=${C(`audit.none.title`)}
            text=${C(`audit.none.text`)}
          ></fr-notice>`:x}
      <ol>
        ${n.map(e=>this.#r(e))}
      </ol>
      ${r?f`<div><button @click=${()=>void this.store.more()}>${C(`action.more`)}</button></div>`:x}
    </section>`}#n(){let{actors:e,filter:t}=this.store.state,n=e.filter(e=>e!==`system`),r=(e,n)=>f`<option value=${e} ?selected=${e===t.by}>${n}</option>`;return f`<div class="row wrap">
      <label
        >${C(`audit.by`)}
        <select aria-label=${C(`audit.by`)} @change=${e=>void this.store.filter({by:P(e)})}>
          ${r(``,C(`audit.everybody`))} ${r(`service`,C(`history.system`))}
          ${r(`people`,C(`audit.people`))}
          ${n.map(e=>r(e,w(e)))}
        </select></label
      >
      <label
        >${C(`audit.kind`)}
        <select aria-label=${C(`audit.kind`)} @change=${e=>void this.store.filter({kind:P(e)})}>
          <option value="">${C(`audit.everything`)}</option>
          ${le.map(e=>f`<option value=${e}>${C(`kind.${e}`)}</option>`)}
        </select></label
      >
    </div>`}#r(e){let{site:t}=this.services,n={today:C(`day.today`),yesterday:C(`day.yesterday`)},r=g(_(e.at_s,t.zone),t.now_s(),t.zone,`en`,n),i=ce(e,this.store.state.people),a=e.actor!==`system`;return f`<li class=${e.undone?`undone`:``}>
      <time class="numbers small">${r}, ${E(e.at_s,t.zone,!0)}</time>
      <div class="what">
        <p>${ie(e)}</p>
        <span class="small">
          ${i.map(({id:e,label:t})=>f`<a href="#/people/${encodeURIComponent(e)}">${t}</a> `)}
        </span>
      </div>
      <span class="chip ${a?`accent`:``}">${w(e.actor)}</span>
      ${e.undone?f`<span class="chip">${C(`history.undone`)}</span>`:f`<button data-act class="quiet" @click=${()=>void this.#i(e)}>
            <fr-icon path=${te}></fr-icon>${C(`action.undo`)}
          </button>`}
    </li>`}async#i(e){let{toasts:t}=this.services;try{t.done(C(`undo.done`),await this.store.undo(e.id))}catch(e){t.failed(e)}}};N=D([n(`audit-card`)],N);function P(e){return e.target.value}function ue(e){return[...e.mqtt.map(e=>{let t=e.last_message_age_s;return{part:C(`part.mqtt`,{name:e.instance}),state:e.connected?`ok`:`bad`,text:e.problem??C(e.connected?`part.connected`:`part.away`),detail:t===null?``:C(`part.lastMessage`,{age:b(t)})}}),...e.frigate.map(e=>({part:C(`part.frigate`,{name:e.instance}),state:e.reachable?`ok`:`bad`,text:e.problem??C(e.reachable?`part.reached`:`part.away`),detail:e.version===null?``:C(`part.version`,{version:e.version})})),F(e),{part:C(`part.gallery`),state:e.gallery.available?`ok`:`bad`,text:C(e.gallery.available?`part.reached`:`part.away`),detail:m(`part.points`,e.gallery.points??0)},{part:C(`part.store`),state:`ok`,text:C(`part.reached`),detail:e.store.kind}]}function F(e){let{id:t,runtime:n,dimension:r,ms_per_crop:i}=e.model,a=ne(i);return{part:C(`part.model`),state:e.ready?`ok`:`waiting`,text:t,detail:[C(`part.runtime`,{runtime:n,dimension:r}),a].filter(Boolean).join(` · `)}}var I=class extends i{constructor(...e){super(...e),this.health=null}static{this.styles=[s,k,c`
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
    `]}render(){let{health:e}=this;return f`<section class="card">
      <h2>${C(`settings.connections`)}</h2>
      ${e===null?A(1,``):f`<ul>
              ${ue(e).map(e=>this.#e(e))}
            </ul>
            <p class="muted small numbers">
              ${m(`settings.messages`,e.messages_received)} ·
              ${C(`settings.queue`,{n:e.queue+e.backlog})} ·
              ${C(`settings.uptime`,{age:b(e.uptime_s)})} ·
              ${C(`settings.memory`,{mb:Math.round(e.rss_bytes/1e6)})}
            </p>`}
    </section>`}#e({part:e,state:t,text:n,detail:r}){return f`<li>
      <span class="dot ${t}" role="img" aria-label=${C(`state.${t}`)}></span>
      <strong>${e}</strong>
      <span class="cut" title=${n}>${n}</span>
      <span class="muted small">${r}</span>
    </li>`}};D([d({attribute:!1})],I.prototype,`health`,void 0),I=D([n(`connections-card`)],I);var L=1,R=300,z=class extends T{constructor(e,t){super({doing:null,found:null,outcome:null,error:null}),this.api=e,this.wait=t}backUp(){return this.#r(`backup`,()=>this.api.blob(`backup`))}async check(e){this.set({found:null});let t=e.slice(0,e.size,`application/zip`),n=await this.#r(`check`,()=>this.api.upload(`POST`,`backups`,t));this.set({found:n})}leave(){this.set({found:null,error:null})}async restore(){let{found:e}=this.state;if(e===null)return;let t=`backups/${encodeURIComponent(e.id)}/restore`;await this.#e(`restore`,t,{confirm:`replace everything`}),this.set({found:null})}erase(e){return this.#e(`erase`,`erase`,{confirm:`delete everything`,keep_plan:e})}async#e(e,t,n){await this.#r(e,async()=>{let e=await this.#n();await this.api.post(t,n),this.set({outcome:await this.#t(e)})})}async#t(e){for(let t=0;t<R;t+=L){await this.wait(L);try{let t=await this.#n();if(t!==null&&t.at_s!==e?.at_s)return t}catch{}}return null}async#n(){return(await this.api.get(`upkeep`)).last}async#r(e,t){this.set({doing:e,error:null,outcome:null});try{return await t()}catch(e){return this.set({error:y(e)}),null}finally{this.set({doing:null})}}},B=class extends h{#e;constructor(){super(),this.#e=null,this.erasing=!1,this.typed=``,this.keepPlan=!0,u(this,()=>[this.store])}static{this.styles=[s,e,a,c`
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
    `]}get store(){let e=e=>new Promise(t=>setTimeout(t,e*1e3));return this.#e??=new z(this.services.api,e),this.#e}render(){let{doing:e,found:n,error:r}=this.store.state,i=e!==null;return f`<section class="card">
        <h2>${C(`backup.title`)}</h2>
        <p class="muted">${C(`backup.why`)}</p>
        <div class="row wrap">
          <button data-act ?disabled=${i} @click=${()=>void this.#a()}>
            <fr-icon path=${ee}></fr-icon>${C(`backup.make`)}
          </button>
          <button data-act ?disabled=${i} @click=${()=>this.chooser.click()}>
            <fr-icon path=${o}></fr-icon>${C(`backup.choose`)}
          </button>
        </div>
        <input
          type="file"
          hidden
          accept="application/zip,.zip"
          aria-label=${C(`backup.choose`)}
          @change=${()=>void this.#o()}
        />
        <div role="status" class="stack">${this.#t()}</div>
        ${r?f`<p role="alert" class="bad">${r.message}</p>`:x}
      </section>
      <section class="card">
        <h2>${C(`erase.title`)}</h2>
        <p class="muted">${C(`erase.why`)}</p>
        <button class="danger" ?disabled=${i} @click=${()=>this.#i()}>
          <fr-icon path=${t}></fr-icon>${C(`erase.begin`)}
        </button>
      </section>
      ${n&&e!==`restore`?this.#n(n):x}
      ${this.erasing?this.#r():x}`}#t(){let{doing:e,outcome:t}=this.store.state;return e===null?t===null?x:t.done?f`<p>${C(`upkeep.done.${t.kind}`)}</p>`:f`<p class="bad">${t.message} ${C(`upkeep.nothingLost`)}</p>`:f`<p>${C(`upkeep.${e}`)}</p>
        <progress aria-label=${C(`upkeep.${e}`)}></progress>`}#n(e){let{zone:t}=this.services.site;return f`<fr-dialog heading=${C(`backup.restoreTitle`)} @closed=${()=>this.store.leave()}>
      <p>${C(`backup.sound`)}</p>
      <dl class="numbers">
        <dt>${C(`backup.made`)}</dt>
        <dd>${(e=>`${_(e,t)}, ${E(e,t)}`)(e.created_s)}</dd>
        <dt>${C(`nav.people`)}</dt>
        <dd>${C(`backup.people`,{people:e.people,named:e.named})}</dd>
        <dt>${C(`cameras.tracklets`)}</dt>
        <dd>
          ${e.sightings}
          ${e.first_s===null||e.last_s===null?x:`(${_(e.first_s,t)} – ${_(e.last_s,t)})`}
        </dd>
        <dt>${C(`backup.pictures`)}</dt>
        <dd>${e.pictures}</dd>
        <dt>${C(`backup.floors`)}</dt>
        <dd>${e.floors}</dd>
      </dl>
      <p>${C(`backup.restoreWhy`)}</p>
      <button slot="actions" @click=${()=>this.store.leave()}>${C(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#s()}>
        ${C(`backup.restore`)}
      </button>
    </fr-dialog>`}#r(){let e=C(`erase.phrase`),t=this.typed.trim().toLowerCase()===e;return f`<fr-dialog heading=${C(`erase.title`)} @closed=${()=>this.erasing=!1}>
      <p>${C(`erase.text`)}</p>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${this.keepPlan}
          @change=${e=>this.keepPlan=e.target.checked}
        />${C(`erase.keepPlan`)}</label
      >
      <label class="field"
        >${C(`erase.type`,{phrase:e})}
        <input
          autocomplete="off"
          autofocus
          .value=${this.typed}
          @input=${e=>this.typed=e.target.value}
      /></label>
      <button slot="actions" @click=${()=>this.erasing=!1}>${C(`action.cancel`)}</button>
      <button
        slot="actions"
        class="danger primary"
        ?disabled=${!t}
        @click=${()=>void this.#c()}
      >
        ${C(`erase.do`)}
      </button>
    </fr-dialog>`}#i(){this.typed=``,this.keepPlan=!0,this.erasing=!0}async#a(){let{site:e}=this.services,t=await this.store.backUp();t&&O(t,`frigate-reid-${_(e.now_s(),e.zone)}.zip`)}async#o(){let[e]=this.chooser.files??[];e&&await this.store.check(e),this.chooser.value=``}async#s(){await this.store.restore(),this.services.site.refresh()}async#c(){this.erasing=!1,await this.store.erase(this.keepPlan),this.services.site.refresh()}};D([l()],B.prototype,`erasing`,void 0),D([l()],B.prototype,`typed`,void 0),D([l()],B.prototype,`keepPlan`,void 0),D([re(`input[type=file]`)],B.prototype,`chooser`,void 0),B=D([n(`data-card`)],B);var V=class extends T{constructor(e){super({phase:`loading`,error:null,matching:null,rates:null,thresholds:[]}),this.api=e}async load(){try{let e=await this.api.get(`settings/matching`);this.set({phase:`ready`,error:null,matching:e})}catch(e){this.set({phase:`error`,error:y(e)})}}async measure(){try{this.set({rates:await this.api.get(`settings/matching/rates`)})}catch{}}async readThresholds(){try{let{items:e}=await this.api.get(`settings/matching/bands`);this.set({thresholds:e})}catch{}}async change(e){this.set({matching:await this.api.patch(`settings/matching`,e)})}};function H(e){if(e===void 0||e.wrong===null&&e.missed===null)return C(`rates.few`);let{wrong:t,missed:n}=e;return C(`rates.both`,{wrong:t===null?C(`rates.wrongFew`):C(`rates.wrong`,W(t)),missed:n===null?C(`rates.missedFew`):C(`rates.missed`,W(n))})}function de(e){return[[C(`thresholds.links`),U(e.wrong_links)],[C(`thresholds.firstLinks`),U(e.wrong_first_links)],[C(`thresholds.merges`),U(e.wrong_merges)],[C(`thresholds.askFrom`),U(e.ask_from)],[C(`thresholds.questions`),String(e.questions_a_day)]]}function U(e){return`${Number((100*e).toFixed(2))} %`}function W({count:e,of:t,low:n,high:r}){return{count:e,of:t,low:G(n,Math.floor),high:G(r,Math.ceil)}}function G(e,t){return t(100*e)}var fe=[`careful`,`balanced`,`eager`],K=class extends h{#e=null;constructor(){super(),u(this,()=>[this.store])}static{this.styles=[s,a,c`
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
      summary {
        cursor: pointer;
        width: fit-content;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px 16px;
        max-width: 520px;
        margin-top: 8px;
      }
      dt {
        color: var(--ink-2);
      }
      dd {
        text-align: right;
      }
      strong {
        font-weight: 600;
      }
    `]}get store(){return this.#e??=new V(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load(),this.store.measure(),this.store.readThresholds()}render(){let{matching:e,error:t}=this.store.state;return f`<section class="card" aria-busy=${e===null&&t===null}>
      <h2>${C(`settings.matching`)}</h2>
      <p class="muted">${C(`settings.matchingWhy`)}</p>
      ${t&&e===null?f`<p role="alert">${t.message}</p>`:x}
      <div role="radiogroup" aria-label=${C(`settings.matching`)} class="card-bands stack">
        ${fe.map(t=>this.#t(t,e))}
      </div>
      ${this.#n()} ${this.#r(e)}
      <fr-switch
        data-act
        label=${C(`settings.pause`)}
        .checked=${e?.paused??!1}
        ?disabled=${e===null}
        @changed=${e=>void this.#i({paused:e.detail})}
      ></fr-switch>
      <p class="muted small">${C(`settings.pauseWhy`)}</p>
    </section>`}#t(e,t){return f`<label class="band">
      <input
        type="radio"
        name="band"
        data-act
        .checked=${ae(t?.band===e)}
        ?disabled=${t===null}
        @change=${()=>void this.#i({band:e})}
      />
      <strong>${C(`band.${e}`)}</strong>
      <span class="muted small">${C(`band.${e}.why`)}</span>
      <span class="small numbers rates">
        ${H(this.store.state.rates?.bands.find(t=>t.band===e))}
      </span>
    </label>`}#n(){let{rates:e}=this.store.state;if(e===null)return x;let{answers:t,enough:n}=e;return f`<p class="muted small">
      ${m(`rates.measured`,t)} ${C(`rates.doubtful`,{enough:n})}
    </p>`}#r(e){let t=this.store.state.thresholds.find(t=>t.band===e?.band);return t===void 0?x:f`<details>
      <summary>${C(`thresholds.more`,{band:C(`band.${t.band}`)})}</summary>
      <dl class="numbers small">
        ${de(t).map(([e,t])=>f`<dt>${e}</dt><dd>${t}</dd>`)}
      </dl>
    </details>`}async#i(e){try{await this.store.change(e),this.services.toasts.done(C(`person.changed`))}catch(e){this.services.toasts.failed(e),this.requestUpdate()}}};K=D([n(`matching-card`)],K);var pe=class extends T{constructor(e){super({phase:`loading`,error:null,cameras:[],retention:null,busy:null}),this.api=e}async load(){try{let{items:e,retention:t}=await this.api.get(`settings/privacy`);this.set({phase:`ready`,error:null,cameras:e,retention:t})}catch(e){this.set({phase:`error`,error:y(e)})}}async exclude(e,t,n){this.set({busy:e.camera});try{return(await this.api.put(`cameras/${encodeURIComponent(e.camera)}/exclusion`,{excluded:t,delete_stored:n},{frigate_instance:e.frigate_instance})).deleted}finally{this.set({busy:null}),await this.load()}}},q=class extends h{#e;constructor(){super(),this.#e=null,this.asked=null,u(this,()=>[this.store])}static{this.styles=[s,e,r,k,c`
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
    `]}get store(){return this.#e??=new pe(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}render(){let{phase:e,error:t,cameras:n}=this.store.state;return f`<section class="card">
        <h2>${C(`privacy.cameras`)}</h2>
        <p class="muted">${C(`privacy.camerasWhy`)}</p>
        ${e===`loading`?A(1,``):x}
        ${t&&n.length===0?f`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:x}
        ${e===`ready`&&n.length===0?f`<p>${C(`privacy.noCameras`)}</p>`:x}
        <ul>
          ${n.map(e=>this.#n(e))}
        </ul>
      </section>
      ${this.#t()} ${this.asked?this.#r(this.asked):x}`}#t(){let{retention:e}=this.store.state;if(e===null)return x;let t=e=>e===null?C(`privacy.kept`):m(`time.day`,e);return f`<section class="card">
      <h2>${C(`privacy.retention`)}</h2>
      <dl class="numbers">
        <dt>${C(`privacy.unnamed`)}</dt>
        <dd>${t(e.unnamed_days)}</dd>
        <dt>${C(`privacy.named`)}</dt>
        <dd>${t(e.named_days)}</dd>
        <dt>${C(`privacy.pictures`)}</dt>
        <dd>${t(e.pictures_days)}</dd>
        <dt>${C(`privacy.exports`)}</dt>
        <dd>${t(e.exports_days)}</dd>
      </dl>
      <p class="muted small">${C(`privacy.retentionWhy`)}</p>
    </section>`}#n(e){let t=e.excluded_since_s,n=p(e.camera);return f`<li>
      <span class="grow">
        <strong>${n}</strong><br />
        <span class="muted small numbers">${m(`people.sightings`,e.sightings)}</span>
      </span>
      ${t===null?x:f`<span class="chip warn"
            >${C(`privacy.since`,{when:S(this.services.site.now_s()-t)})}</span
          >`}
      <fr-switch
        data-act
        label=${C(`privacy.leaveOut`)}
        described=${n}
        .checked=${t!==null}
        ?disabled=${this.store.state.busy!==null}
        @changed=${t=>this.#i(e,t.detail)}
      ></fr-switch>
    </li>`}#r(e){let t=p(e.camera);return f`<fr-dialog
      heading=${C(`privacy.askTitle`,{name:t})}
      @closed=${()=>this.asked=null}
    >
      <p>${C(`privacy.askText`,{name:t})}</p>
      <p class="muted">${m(`privacy.askStored`,e.sightings)}</p>
      <button slot="actions" @click=${()=>void this.#a(e,!0,!1)}>
        ${C(`privacy.keepStored`)}
      </button>
      <button
        slot="actions"
        class="danger primary"
        @click=${()=>void this.#a(e,!0,!0)}
      >
        ${C(`privacy.deleteStored`)}
      </button>
    </fr-dialog>`}#i(e,t){t&&e.sightings>0?this.asked=e:this.#a(e,t,!1)}async#a(e,t,n){let{toasts:r}=this.services;this.asked=null;let i=p(e.camera);try{let a=await this.store.exclude(e,t,n),o=C(t?`privacy.leftOut`:`privacy.takenIn`,{name:i});r.done(n?`${o} ${m(`privacy.deleted`,a)}`:o)}catch(e){r.failed(e)}}};D([l()],q.prototype,`asked`,void 0),q=D([n(`privacy-card`)],q);var J=class extends T{#e;constructor(e,t){super({trial:null,job:null,error:null}),this.api=e,this.#e=t.subscribe(e=>{e.topic===`jobs`&&this.#t(e.data)})}stop(){this.#e()}async load(){try{let{items:e}=await this.api.get(`jobs`,{kind:`rescan`,limit:10}),t=e.find(e=>e.result?.estimate_s===void 0);t&&Y(t)&&this.set({job:t})}catch{}}estimate(e,t){return this.#n(async()=>{this.set({trial:await this.api.post(`rescans`,{from_s:e,to_s:t,dry_run:!0})})})}start(e,t){return this.#n(async()=>{let n=await this.api.post(`rescans`,{from_s:e,to_s:t,dry_run:!1});this.set({job:n,trial:null})})}cancel(){return this.#n(async()=>{let{job:e}=this.state;e&&this.set({job:await this.api.delete(`jobs/${encodeURIComponent(e.id)}`)})})}#t(e){e.id===this.state.job?.id&&this.set({job:e}),e.id===this.state.trial?.id&&this.set({trial:e})}async#n(e){try{this.set({error:null}),await e()}catch(e){this.set({error:y(e)})}}};function Y(e){return e.state===`waiting`||e.state===`running`}var me=[`1`,`3`,`7`,`14`],he=86400,X=class extends h{#e;constructor(){super(),this.#e=null,this.days=`3`,u(this,()=>[this.store])}static{this.styles=[s,e,a,c`
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
    `]}get store(){return this.#e??=new J(this.services.api,this.services.live),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}disconnectedCallback(){super.disconnectedCallback(),this.store.stop(),this.#e=null}render(){let{job:e,error:t}=this.store.state;return f`<section class="card">
      <h2>${C(`rescan.title`)}</h2>
      <p class="muted">${C(`rescan.why`)}</p>
      ${e&&Y(e)?this.#n(e):this.#t()}
      ${e&&!Y(e)?f`<p role="status">${this.#i(e)}</p>`:x}
      ${t?f`<p role="alert">${t.message}</p>`:x}
    </section>`}#t(){let{trial:e}=this.store.state,t=this.#a();return f`<fr-segments
        label=${C(`rescan.range`)}
        .segments=${me.map(e=>({value:e,label:m(`time.day`,Number(e))}))}
        .value=${this.days}
        @chosen=${e=>this.days=e.detail}
      ></fr-segments>
      ${e?.result?f`<p>${this.#r(e.result)}</p>`:x}
      <div class="row wrap">
        <button data-act @click=${()=>void this.store.estimate(...t)}>
          ${e&&Y(e)?C(`rescan.counting`):C(`rescan.estimate`)}
        </button>
        <button class="primary" @click=${()=>void this.store.start(...t)}>
          ${C(`rescan.start`)}
        </button>
      </div>`}#n(e){return f`<p role="status">${C(`job.${e.state}`)}</p>
      <progress max="1" .value=${e.progress} aria-label=${C(`rescan.title`)}></progress>
      <button data-act @click=${()=>void this.store.cancel()}>${C(`action.cancel`)}</button>`}#r(e){let t=Number(e.events??0),n=b(Number(e.estimate_s??0));return m(`rescan.would`,t,{time:n})}#i(e){return e.state===`done`?m(`rescan.took`,Number(e.result?.taken??0)):e.message??C(`job.${e.state}`)}#a(){let e=this.services.site.now_s();return[e-Number(this.days)*he,e]}};D([l()],X.prototype,`days`,void 0),X=D([n(`rescan-card`)],X);var ge=24,Z=class extends h{constructor(...e){super(...e),this.asked=[],this.recent=[],this.picked=[],this.found=[],this.explanation=null,this.error=null}static{this.styles=[s,e,c`
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
    `]}connectedCallback(){super.connectedCallback(),this.#r()}willUpdate(e){e.has(`asked`)&&this.asked.length===2&&(this.picked=this.asked,this.#i())}render(){let[e=null,t=null]=this.found;return f`<section class="card">
      <h2>${C(`why.title`)}</h2>
      <p class="muted">${C(`why.text`)}</p>
      <div class="recent">${this.recent.map(e=>this.#e(e))}</div>
      ${this.error?f`<p role="alert">${this.error.message}</p>`:x}
      ${this.explanation?f`<evidence-view
              .first=${e}
              .second=${t}
              .conclusion=${this.explanation.conclusion}
            ></evidence-view>
            <term-bars all .terms=${this.explanation.terms}></term-bars>`:x}
    </section>`}#e(e){let{zone:t}=this.services.site,n=E(e.start_s,t,!0);return f`<button
      class="one"
      aria-pressed=${this.picked.includes(e.id)}
      title=${this.#t(e)}
      @click=${()=>this.#n(e.id)}
    >
      <fr-picture .src=${j(e.crop_id)}></fr-picture>
      <strong class="cut">${e.identity_label??C(`why.nobody`)}</strong><br />
      ${p(e.camera)}<br /><span class="muted numbers">${n}</span>
    </button>`}#t(e){let{site:t}=this.services,n={today:C(`day.today`),yesterday:C(`day.yesterday`)},r=_(e.start_s,t.zone);return g(r,t.now_s(),t.zone,`en`,n)}#n(e){this.picked=this.picked.includes(e)?this.picked.filter(t=>t!==e):[...this.picked.slice(-1),e],this.explanation=null,this.picked.length===2&&this.#i()}async#r(){try{let e=await this.services.api.get(`sightings`,{limit:ge});this.recent=e.items}catch(e){this.error=y(e)}}async#i(){let{api:e}=this.services,[t=``,n=``]=this.picked;this.error=null;try{let r=t=>e.get(`sightings/${encodeURIComponent(t)}`),i=e.post(`explain`,{a:t,b:n}),[a,o,s]=await Promise.all([r(t),r(n),i]);this.found=[a,o],this.explanation=s}catch(e){this.error=y(e)}}};D([d({attribute:!1})],Z.prototype,`asked`,void 0),D([l()],Z.prototype,`recent`,void 0),D([l()],Z.prototype,`picked`,void 0),D([l()],Z.prototype,`found`,void 0),D([l()],Z.prototype,`explanation`,void 0),D([l()],Z.prototype,`error`,void 0),Z=D([n(`why-card`)],Z);var Q=[`service`,`privacy`,`audit`],$=class extends h{constructor(){super(),u(this,()=>[this.services.site,this.services.router])}static{this.styles=[s,e,c`
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
    `]}render(){let e=this.#t();return f`<h1>${C(`settings.title`)}</h1>
      <fr-tabs
        .tabs=${Q.map(e=>({name:e,label:C(`settings.tab.${e}`)}))}
        .current=${e}
        @chosen=${e=>this.services.router.refine({tab:e.detail===`service`?null:e.detail,why:null})}
      ></fr-tabs>
      <div role="tabpanel" class="panel" aria-label=${C(`settings.tab.${e}`)}>
        ${this.#e(e)}
      </div>`}#e(e){return e===`audit`?f`<audit-card></audit-card>`:e===`privacy`?f`<div class="two">
        <privacy-card></privacy-card>
        <data-card></data-card>
      </div>`:this.#n()}#t(){let e=this.services.router.state.place.params.get(`tab`);return Q.find(t=>t===e)??`service`}#n(){let{site:e,router:t}=this.services,n=t.state.place.params.get(`why`)??``;return f`${n?f`<why-card .asked=${n.split(`,`)}></why-card>`:x}
      <connections-card .health=${e.state.health}></connections-card>
      <div class="two">
        <matching-card></matching-card>
        <rescan-card></rescan-card>
      </div>
      ${n?x:f`<why-card></why-card>`}
      <div class="two">
        <section class="card">
          <h2>${C(`settings.diagnostics`)}</h2>
          <p class="muted">${C(`settings.diagnosticsWhy`)}</p>
          <div class="row wrap">
            <button @click=${()=>void this.#i()}>${C(`settings.download`)}</button>
          </div>
        </section>
        ${this.#r()}
      </div>`}#r(){let{info:e,session:t}=this.services.site.state;return f`<section class="card">
      <h2>${C(`settings.about`)}</h2>
      <p class="muted">
        ${C(`settings.version`,{version:e?.service_version??`?`})}<br />
        ${C(`settings.zone`,{zone:t?.time_zone??C(`settings.zoneOfBrowser`)})}<br />
        ${C(`settings.privacy`)}
      </p>
      ${t?.needs_token?f`<div class="row">
            <button @click=${()=>this.services.signOut()}>${C(`settings.signOut`)}</button>
          </div>`:x}
    </section>`}async#i(){try{O(await this.services.api.blob(`diagnostics`),`frigate-reid-diagnostics.json`)}catch(e){this.services.toasts.failed(e)}}};$=D([n(`settings-page`)],$);export{$ as SettingsPage};