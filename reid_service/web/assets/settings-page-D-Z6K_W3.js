import{At as e,Ct as t,Dt as n,St as r,Tt as i,_t as a,a as o,bt as s,ft as c,ht as l,jt as u,lt as d,m as f,o as p,p as m,r as h,t as g,u as _,ut as v,wt as y,xt as b,yt as x}from"./index-CigCHuP7.js";import{t as S}from"./save-CB1XhNuz.js";import{i as C,r as w,t as T}from"./fr-picture-Tf5HyyMN.js";import"./fr-segments-C08w0T4w.js";import"./evidence-view-X9q06AyX.js";import"./term-bars-CAI8Wmom.js";function E(e){return[...e.mqtt.map(e=>{let t=e.last_message_age_s;return{part:a(`part.mqtt`,{name:e.instance}),state:e.connected?`ok`:`bad`,text:e.problem??a(e.connected?`part.connected`:`part.away`),detail:t===null?``:a(`part.lastMessage`,{age:g(t)})}}),...e.frigate.map(e=>({part:a(`part.frigate`,{name:e.instance}),state:e.reachable?`ok`:`bad`,text:e.problem??a(e.reachable?`part.reached`:`part.away`),detail:e.version===null?``:a(`part.version`,{version:e.version})})),D(e),{part:a(`part.gallery`),state:e.gallery.available?`ok`:`bad`,text:a(e.gallery.available?`part.reached`:`part.away`),detail:x(`part.points`,e.gallery.points??0)},{part:a(`part.store`),state:`ok`,text:a(`part.reached`),detail:e.store.kind}]}function D(e){let{id:t,runtime:n,dimension:r}=e.model;return{part:a(`part.model`),state:e.ready?`ok`:`waiting`,text:t,detail:a(`part.runtime`,{runtime:n,dimension:r})}}var O=class extends t{constructor(...e){super(...e),this.health=null}static{this.styles=[d,C,n`
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
    `]}render(){let{health:e}=this;return i`<section class="card">
      <h2>${a(`settings.connections`)}</h2>
      ${e===null?w(1,``):i`<ul>
              ${E(e).map(e=>this.#e(e))}
            </ul>
            <p class="muted small numbers">
              ${x(`settings.messages`,e.messages_received)} ·
              ${a(`settings.queue`,{n:e.queue+e.backlog})} ·
              ${a(`settings.uptime`,{age:g(e.uptime_s)})} ·
              ${a(`settings.memory`,{mb:Math.round(e.rss_bytes/1e6)})}
            </p>`}
    </section>`}#e({part:e,state:t,text:n,detail:r}){return i`<li>
      <span class="dot ${t}" role="img" aria-label=${a(`state.${t}`)}></span>
      <strong>${e}</strong>
      <span class="cut" title=${n}>${n}</span>
      <span class="muted small">${r}</span>
    </li>`}};f([b({attribute:!1})],O.prototype,`health`,void 0),O=f([r(`connections-card`)],O);var k=class extends e{constructor(e){super({phase:`loading`,error:null,matching:null}),this.api=e}async load(){try{let e=await this.api.get(`settings/matching`);this.set({phase:`ready`,error:null,matching:e})}catch(e){this.set({phase:`error`,error:u(e)})}}async change(e){this.set({matching:await this.api.patch(`settings/matching`,e)})}},A=[`careful`,`balanced`,`eager`],j=class extends m{#e=null;constructor(){super(),l(this,()=>[this.store])}static{this.styles=[d,c,n`
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
    `]}get store(){return this.#e??=new k(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}render(){let{matching:e,error:t}=this.store.state;return i`<section class="card" aria-busy=${e===null&&t===null}>
      <h2>${a(`settings.matching`)}</h2>
      <p class="muted">${a(`settings.matchingWhy`)}</p>
      ${t&&e===null?i`<p role="alert">${t.message}</p>`:y}
      <div role="radiogroup" aria-label=${a(`settings.matching`)} class="card-bands stack">
        ${A.map(t=>this.#t(t,e))}
      </div>
      <fr-switch
        label=${a(`settings.pause`)}
        .checked=${e?.paused??!1}
        ?disabled=${e===null}
        @changed=${e=>void this.#n({paused:e.detail})}
      ></fr-switch>
      <p class="muted small">${a(`settings.pauseWhy`)}</p>
    </section>`}#t(e,t){return i`<label class="band">
      <input
        type="radio"
        name="band"
        .checked=${t?.band===e}
        ?disabled=${t===null}
        @change=${()=>void this.#n({band:e})}
      />
      <strong>${a(`band.${e}`)}</strong>
      <span class="muted small">${a(`band.${e}.why`)}</span>
    </label>`}async#n(e){try{await this.store.change(e),this.services.toasts.done(a(`person.changed`))}catch(e){this.services.toasts.failed(e),this.requestUpdate()}}};j=f([r(`matching-card`)],j);var M=class extends e{#e;constructor(e,t){super({trial:null,job:null,error:null}),this.api=e,this.#e=t.subscribe(e=>{e.topic===`jobs`&&this.#t(e.data)})}stop(){this.#e()}async load(){try{let{items:e}=await this.api.get(`jobs`,{kind:`rescan`,limit:10}),t=e.find(e=>e.result?.estimate_s===void 0);t&&N(t)&&this.set({job:t})}catch{}}estimate(e,t){return this.#n(async()=>{this.set({trial:await this.api.post(`rescans`,{from_s:e,to_s:t,dry_run:!0})})})}start(e,t){return this.#n(async()=>{let n=await this.api.post(`rescans`,{from_s:e,to_s:t,dry_run:!1});this.set({job:n,trial:null})})}cancel(){return this.#n(async()=>{let{job:e}=this.state;e&&this.set({job:await this.api.delete(`jobs/${encodeURIComponent(e.id)}`)})})}#t(e){e.id===this.state.job?.id&&this.set({job:e}),e.id===this.state.trial?.id&&this.set({trial:e})}async#n(e){try{this.set({error:null}),await e()}catch(e){this.set({error:u(e)})}}};function N(e){return e.state===`waiting`||e.state===`running`}var P=[`1`,`3`,`7`,`14`],F=86400,I=class extends m{#e;constructor(){super(),this.#e=null,this.days=`3`,l(this,()=>[this.store])}static{this.styles=[d,v,c,n`
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
    `]}get store(){return this.#e??=new M(this.services.api,this.services.live),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}disconnectedCallback(){super.disconnectedCallback(),this.store.stop(),this.#e=null}render(){let{job:e,error:t}=this.store.state;return i`<section class="card">
      <h2>${a(`rescan.title`)}</h2>
      <p class="muted">${a(`rescan.why`)}</p>
      ${e&&N(e)?this.#n(e):this.#t()}
      ${e&&!N(e)?i`<p role="status">${this.#i(e)}</p>`:y}
      ${t?i`<p role="alert">${t.message}</p>`:y}
    </section>`}#t(){let{trial:e}=this.store.state,t=this.#a();return i`<fr-segments
        label=${a(`rescan.range`)}
        .segments=${P.map(e=>({value:e,label:x(`time.day`,Number(e))}))}
        .value=${this.days}
        @chosen=${e=>this.days=e.detail}
      ></fr-segments>
      ${e?.result?i`<p>${this.#r(e.result)}</p>`:y}
      <div class="row wrap">
        <button @click=${()=>void this.store.estimate(...t)}>
          ${e&&N(e)?a(`rescan.counting`):a(`rescan.estimate`)}
        </button>
        <button class="primary" @click=${()=>void this.store.start(...t)}>
          ${a(`rescan.start`)}
        </button>
      </div>`}#n(e){return i`<p role="status">${a(`job.${e.state}`)}</p>
      <progress max="1" .value=${e.progress} aria-label=${a(`rescan.title`)}></progress>
      <button @click=${()=>void this.store.cancel()}>${a(`action.cancel`)}</button>`}#r(e){let t=Number(e.events??0),n=g(Number(e.estimate_s??0));return x(`rescan.would`,t,{time:n})}#i(e){return e.state===`done`?x(`rescan.took`,Number(e.result?.taken??0)):e.message??a(`job.${e.state}`)}#a(){let e=this.services.site.now_s();return[e-Number(this.days)*F,e]}};f([s()],I.prototype,`days`,void 0),I=f([r(`rescan-card`)],I);var L=24,R=class extends m{constructor(...e){super(...e),this.asked=[],this.recent=[],this.picked=[],this.found=[],this.explanation=null,this.error=null}static{this.styles=[d,v,n`
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
    `]}connectedCallback(){super.connectedCallback(),this.#r()}willUpdate(e){e.has(`asked`)&&this.asked.length===2&&(this.picked=this.asked,this.#i())}render(){let[e=null,t=null]=this.found;return i`<section class="card">
      <h2>${a(`why.title`)}</h2>
      <p class="muted">${a(`why.text`)}</p>
      <div class="recent">${this.recent.map(e=>this.#e(e))}</div>
      ${this.error?i`<p role="alert">${this.error.message}</p>`:y}
      ${this.explanation?i`<evidence-view
              .first=${e}
              .second=${t}
              .conclusion=${this.explanation.conclusion}
            ></evidence-view>
            <term-bars all .terms=${this.explanation.terms}></term-bars>`:y}
    </section>`}#e(e){let{zone:t}=this.services.site,n=o(e.start_s,t,!0);return i`<button
      class="one"
      aria-pressed=${this.picked.includes(e.id)}
      title=${this.#t(e)}
      @click=${()=>this.#n(e.id)}
    >
      <fr-picture .src=${T(e.crop_id)}></fr-picture>
      <strong class="cut">${e.identity_label??a(`why.nobody`)}</strong><br />
      ${h(e.camera)}<br /><span class="muted numbers">${n}</span>
    </button>`}#t(e){let{site:t}=this.services,n={today:a(`day.today`),yesterday:a(`day.yesterday`)},r=_(e.start_s,t.zone);return p(r,t.now_s(),t.zone,`en`,n)}#n(e){this.picked=this.picked.includes(e)?this.picked.filter(t=>t!==e):[...this.picked.slice(-1),e],this.explanation=null,this.picked.length===2&&this.#i()}async#r(){try{let e=await this.services.api.get(`sightings`,{limit:L});this.recent=e.items}catch(e){this.error=u(e)}}async#i(){let{api:e}=this.services,[t=``,n=``]=this.picked;this.error=null;try{let r=[t,n].map(t=>e.get(`sightings/${encodeURIComponent(t)}`)),i=await e.post(`explain`,{a:t,b:n});this.found=await Promise.all(r),this.explanation=i}catch(e){this.error=u(e)}}};f([b({attribute:!1})],R.prototype,`asked`,void 0),f([s()],R.prototype,`recent`,void 0),f([s()],R.prototype,`picked`,void 0),f([s()],R.prototype,`found`,void 0),f([s()],R.prototype,`explanation`,void 0),f([s()],R.prototype,`error`,void 0),R=f([r(`why-card`)],R);var z=class extends m{constructor(){super(),l(this,()=>[this.services.site,this.services.router])}static{this.styles=[d,v,n`
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
    `]}render(){let{site:e,router:t}=this.services,n=t.state.place.params.get(`why`)??``;return i`<h1>${a(`settings.title`)}</h1>
      ${n?i`<why-card .asked=${n.split(`,`)}></why-card>`:y}
      <connections-card .health=${e.state.health}></connections-card>
      <div class="two">
        <matching-card></matching-card>
        <rescan-card></rescan-card>
      </div>
      ${n?y:i`<why-card></why-card>`}
      <div class="two">
        <section class="card">
          <h2>${a(`settings.diagnostics`)}</h2>
          <p class="muted">${a(`settings.diagnosticsWhy`)}</p>
          <div class="row wrap">
            <button @click=${()=>void this.#t()}>${a(`settings.download`)}</button>
          </div>
        </section>
        ${this.#e()}
      </div>`}#e(){let{info:e,session:t}=this.services.site.state;return i`<section class="card">
      <h2>${a(`settings.about`)}</h2>
      <p class="muted">
        ${a(`settings.version`,{version:e?.service_version??`?`})}<br />
        ${a(`settings.zone`,{zone:t?.time_zone??a(`settings.zoneOfBrowser`)})}<br />
        ${a(`settings.privacy`)}
      </p>
      ${t?.needs_token?i`<div class="row">
            <button @click=${()=>this.services.signOut()}>${a(`settings.signOut`)}</button>
          </div>`:y}
    </section>`}async#t(){try{S(await this.services.api.blob(`diagnostics`),`frigate-reid-diagnostics.json`)}catch(e){this.services.toasts.failed(e)}}};z=f([r(`settings-page`)],z);export{z as SettingsPage};