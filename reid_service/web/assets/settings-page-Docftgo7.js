import{Ct as e,Dt as t,Et as n,Ft as r,Pt as i,St as a,Tt as o,a as s,bt as c,ft as l,jt as u,kt as d,lt as f,m as p,o as m,p as h,r as g,t as _,u as v,ut as y,vt as b,wt as x}from"./index-XtaqyY8s.js";import{t as S}from"./save-DKcL53c8.js";import{i as C,r as w,t as T}from"./fr-picture-D7V61Esp.js";import{t as E}from"./live-C9UdWDPk.js";import"./fr-segments-CA1otXeJ.js";import"./evidence-view-BBZvBQa-.js";import"./term-bars-BKFSuwoD.js";function D(e){return[...e.mqtt.map(e=>{let t=e.last_message_age_s;return{part:c(`part.mqtt`,{name:e.instance}),state:e.connected?`ok`:`bad`,text:e.problem??c(e.connected?`part.connected`:`part.away`),detail:t===null?``:c(`part.lastMessage`,{age:_(t)})}}),...e.frigate.map(e=>({part:c(`part.frigate`,{name:e.instance}),state:e.reachable?`ok`:`bad`,text:e.problem??c(e.reachable?`part.reached`:`part.away`),detail:e.version===null?``:c(`part.version`,{version:e.version})})),O(e),{part:c(`part.gallery`),state:e.gallery.available?`ok`:`bad`,text:c(e.gallery.available?`part.reached`:`part.away`),detail:a(`part.points`,e.gallery.points??0)},{part:c(`part.store`),state:`ok`,text:c(`part.reached`),detail:e.store.kind}]}function O(e){let{id:t,runtime:n,dimension:r}=e.model;return{part:c(`part.model`),state:e.ready?`ok`:`waiting`,text:t,detail:c(`part.runtime`,{runtime:n,dimension:r})}}var k=class extends n{constructor(...e){super(...e),this.health=null}static{this.styles=[f,C,u`
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
    `]}render(){let{health:e}=this;return d`<section class="card">
      <h2>${c(`settings.connections`)}</h2>
      ${e===null?w(1,``):d`<ul>
              ${D(e).map(e=>this.#e(e))}
            </ul>
            <p class="muted small numbers">
              ${a(`settings.messages`,e.messages_received)} ·
              ${c(`settings.queue`,{n:e.queue+e.backlog})} ·
              ${c(`settings.uptime`,{age:_(e.uptime_s)})} ·
              ${c(`settings.memory`,{mb:Math.round(e.rss_bytes/1e6)})}
            </p>`}
    </section>`}#e({part:e,state:t,text:n,detail:r}){return d`<li>
      <span class="dot ${t}" role="img" aria-label=${c(`state.${t}`)}></span>
      <strong>${e}</strong>
      <span class="cut" title=${n}>${n}</span>
      <span class="muted small">${r}</span>
    </li>`}};p([x({attribute:!1})],k.prototype,`health`,void 0),k=p([o(`connections-card`)],k);var A=class extends i{constructor(e){super({phase:`loading`,error:null,matching:null}),this.api=e}async load(){try{let e=await this.api.get(`settings/matching`);this.set({phase:`ready`,error:null,matching:e})}catch(e){this.set({phase:`error`,error:r(e)})}}async change(e){this.set({matching:await this.api.patch(`settings/matching`,e)})}},j=[`careful`,`balanced`,`eager`],M=class extends h{#e=null;constructor(){super(),b(this,()=>[this.store])}static{this.styles=[f,l,u`
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
    `]}get store(){return this.#e??=new A(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}render(){let{matching:e,error:n}=this.store.state;return d`<section class="card" aria-busy=${e===null&&n===null}>
      <h2>${c(`settings.matching`)}</h2>
      <p class="muted">${c(`settings.matchingWhy`)}</p>
      ${n&&e===null?d`<p role="alert">${n.message}</p>`:t}
      <div role="radiogroup" aria-label=${c(`settings.matching`)} class="card-bands stack">
        ${j.map(t=>this.#t(t,e))}
      </div>
      <fr-switch
        label=${c(`settings.pause`)}
        .checked=${e?.paused??!1}
        ?disabled=${e===null}
        @changed=${e=>void this.#n({paused:e.detail})}
      ></fr-switch>
      <p class="muted small">${c(`settings.pauseWhy`)}</p>
    </section>`}#t(e,t){return d`<label class="band">
      <input
        type="radio"
        name="band"
        .checked=${E(t?.band===e)}
        ?disabled=${t===null}
        @change=${()=>void this.#n({band:e})}
      />
      <strong>${c(`band.${e}`)}</strong>
      <span class="muted small">${c(`band.${e}.why`)}</span>
    </label>`}async#n(e){try{await this.store.change(e),this.services.toasts.done(c(`person.changed`))}catch(e){this.services.toasts.failed(e),this.requestUpdate()}}};M=p([o(`matching-card`)],M);var N=class extends i{#e;constructor(e,t){super({trial:null,job:null,error:null}),this.api=e,this.#e=t.subscribe(e=>{e.topic===`jobs`&&this.#t(e.data)})}stop(){this.#e()}async load(){try{let{items:e}=await this.api.get(`jobs`,{kind:`rescan`,limit:10}),t=e.find(e=>e.result?.estimate_s===void 0);t&&P(t)&&this.set({job:t})}catch{}}estimate(e,t){return this.#n(async()=>{this.set({trial:await this.api.post(`rescans`,{from_s:e,to_s:t,dry_run:!0})})})}start(e,t){return this.#n(async()=>{let n=await this.api.post(`rescans`,{from_s:e,to_s:t,dry_run:!1});this.set({job:n,trial:null})})}cancel(){return this.#n(async()=>{let{job:e}=this.state;e&&this.set({job:await this.api.delete(`jobs/${encodeURIComponent(e.id)}`)})})}#t(e){e.id===this.state.job?.id&&this.set({job:e}),e.id===this.state.trial?.id&&this.set({trial:e})}async#n(e){try{this.set({error:null}),await e()}catch(e){this.set({error:r(e)})}}};function P(e){return e.state===`waiting`||e.state===`running`}var F=[`1`,`3`,`7`,`14`],I=86400,L=class extends h{#e;constructor(){super(),this.#e=null,this.days=`3`,b(this,()=>[this.store])}static{this.styles=[f,y,l,u`
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
    `]}get store(){return this.#e??=new N(this.services.api,this.services.live),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}disconnectedCallback(){super.disconnectedCallback(),this.store.stop(),this.#e=null}render(){let{job:e,error:n}=this.store.state;return d`<section class="card">
      <h2>${c(`rescan.title`)}</h2>
      <p class="muted">${c(`rescan.why`)}</p>
      ${e&&P(e)?this.#n(e):this.#t()}
      ${e&&!P(e)?d`<p role="status">${this.#i(e)}</p>`:t}
      ${n?d`<p role="alert">${n.message}</p>`:t}
    </section>`}#t(){let{trial:e}=this.store.state,n=this.#a();return d`<fr-segments
        label=${c(`rescan.range`)}
        .segments=${F.map(e=>({value:e,label:a(`time.day`,Number(e))}))}
        .value=${this.days}
        @chosen=${e=>this.days=e.detail}
      ></fr-segments>
      ${e?.result?d`<p>${this.#r(e.result)}</p>`:t}
      <div class="row wrap">
        <button @click=${()=>void this.store.estimate(...n)}>
          ${e&&P(e)?c(`rescan.counting`):c(`rescan.estimate`)}
        </button>
        <button class="primary" @click=${()=>void this.store.start(...n)}>
          ${c(`rescan.start`)}
        </button>
      </div>`}#n(e){return d`<p role="status">${c(`job.${e.state}`)}</p>
      <progress max="1" .value=${e.progress} aria-label=${c(`rescan.title`)}></progress>
      <button @click=${()=>void this.store.cancel()}>${c(`action.cancel`)}</button>`}#r(e){let t=Number(e.events??0),n=_(Number(e.estimate_s??0));return a(`rescan.would`,t,{time:n})}#i(e){return e.state===`done`?a(`rescan.took`,Number(e.result?.taken??0)):e.message??c(`job.${e.state}`)}#a(){let e=this.services.site.now_s();return[e-Number(this.days)*I,e]}};p([e()],L.prototype,`days`,void 0),L=p([o(`rescan-card`)],L);var R=24,z=class extends h{constructor(...e){super(...e),this.asked=[],this.recent=[],this.picked=[],this.found=[],this.explanation=null,this.error=null}static{this.styles=[f,y,u`
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
    `]}connectedCallback(){super.connectedCallback(),this.#r()}willUpdate(e){e.has(`asked`)&&this.asked.length===2&&(this.picked=this.asked,this.#i())}render(){let[e=null,n=null]=this.found;return d`<section class="card">
      <h2>${c(`why.title`)}</h2>
      <p class="muted">${c(`why.text`)}</p>
      <div class="recent">${this.recent.map(e=>this.#e(e))}</div>
      ${this.error?d`<p role="alert">${this.error.message}</p>`:t}
      ${this.explanation?d`<evidence-view
              .first=${e}
              .second=${n}
              .conclusion=${this.explanation.conclusion}
            ></evidence-view>
            <term-bars all .terms=${this.explanation.terms}></term-bars>`:t}
    </section>`}#e(e){let{zone:t}=this.services.site,n=s(e.start_s,t,!0);return d`<button
      class="one"
      aria-pressed=${this.picked.includes(e.id)}
      title=${this.#t(e)}
      @click=${()=>this.#n(e.id)}
    >
      <fr-picture .src=${T(e.crop_id)}></fr-picture>
      <strong class="cut">${e.identity_label??c(`why.nobody`)}</strong><br />
      ${g(e.camera)}<br /><span class="muted numbers">${n}</span>
    </button>`}#t(e){let{site:t}=this.services,n={today:c(`day.today`),yesterday:c(`day.yesterday`)},r=v(e.start_s,t.zone);return m(r,t.now_s(),t.zone,`en`,n)}#n(e){this.picked=this.picked.includes(e)?this.picked.filter(t=>t!==e):[...this.picked.slice(-1),e],this.explanation=null,this.picked.length===2&&this.#i()}async#r(){try{let e=await this.services.api.get(`sightings`,{limit:R});this.recent=e.items}catch(e){this.error=r(e)}}async#i(){let{api:e}=this.services,[t=``,n=``]=this.picked;this.error=null;try{let r=[t,n].map(t=>e.get(`sightings/${encodeURIComponent(t)}`)),i=await e.post(`explain`,{a:t,b:n});this.found=await Promise.all(r),this.explanation=i}catch(e){this.error=r(e)}}};p([x({attribute:!1})],z.prototype,`asked`,void 0),p([e()],z.prototype,`recent`,void 0),p([e()],z.prototype,`picked`,void 0),p([e()],z.prototype,`found`,void 0),p([e()],z.prototype,`explanation`,void 0),p([e()],z.prototype,`error`,void 0),z=p([o(`why-card`)],z);var B=class extends h{constructor(){super(),b(this,()=>[this.services.site,this.services.router])}static{this.styles=[f,y,u`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 20px;
        max-width: 1080px;
        margin-inline: auto;
        min-width: 0;
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
    `]}render(){let{site:e,router:n}=this.services,r=n.state.place.params.get(`why`)??``;return d`<h1>${c(`settings.title`)}</h1>
      ${r?d`<why-card .asked=${r.split(`,`)}></why-card>`:t}
      <connections-card .health=${e.state.health}></connections-card>
      <div class="two">
        <matching-card></matching-card>
        <rescan-card></rescan-card>
      </div>
      ${r?t:d`<why-card></why-card>`}
      <div class="two">
        <section class="card">
          <h2>${c(`settings.diagnostics`)}</h2>
          <p class="muted">${c(`settings.diagnosticsWhy`)}</p>
          <div class="row wrap">
            <button @click=${()=>void this.#t()}>${c(`settings.download`)}</button>
          </div>
        </section>
        ${this.#e()}
      </div>`}#e(){let{info:e,session:n}=this.services.site.state;return d`<section class="card">
      <h2>${c(`settings.about`)}</h2>
      <p class="muted">
        ${c(`settings.version`,{version:e?.service_version??`?`})}<br />
        ${c(`settings.zone`,{zone:n?.time_zone??c(`settings.zoneOfBrowser`)})}<br />
        ${c(`settings.privacy`)}
      </p>
      ${n?.needs_token?d`<div class="row">
            <button @click=${()=>this.services.signOut()}>${c(`settings.signOut`)}</button>
          </div>`:t}
    </section>`}async#t(){try{S(await this.services.api.blob(`diagnostics`),`frigate-reid-diagnostics.json`)}catch(e){this.services.toasts.failed(e)}}};B=p([o(`settings-page`)],B);export{B as SettingsPage};