import{At as e,Et as t,Ft as n,Ht as r,Lt as i,Mt as a,Nt as o,Ot as s,Pt as c,Ut as l,d as u,gt as d,h as f,i as p,jt as m,m as h,mt as g,o as _,pt as v,s as y,t as b,zt as x}from"./index-D7vJLtRQ.js";import{t as S}from"./save-CnsHPTSl.js";import{i as C,r as w,t as T}from"./fr-picture-CeWy3Spo.js";import{t as E}from"./live-DekLsCJ6.js";import"./fr-segments-h7_qg9TB.js";import"./evidence-view-D1wQ8DjR.js";import"./term-bars-BXUoH8vb.js";function D(t){return[...t.mqtt.map(e=>{let t=e.last_message_age_s;return{part:s(`part.mqtt`,{name:e.instance}),state:e.connected?`ok`:`bad`,text:e.problem??s(e.connected?`part.connected`:`part.away`),detail:t===null?``:s(`part.lastMessage`,{age:b(t)})}}),...t.frigate.map(e=>({part:s(`part.frigate`,{name:e.instance}),state:e.reachable?`ok`:`bad`,text:e.problem??s(e.reachable?`part.reached`:`part.away`),detail:e.version===null?``:s(`part.version`,{version:e.version})})),O(t),{part:s(`part.gallery`),state:t.gallery.available?`ok`:`bad`,text:s(t.gallery.available?`part.reached`:`part.away`),detail:e(`part.points`,t.gallery.points??0)},{part:s(`part.store`),state:`ok`,text:s(`part.reached`),detail:t.store.kind}]}function O(e){let{id:t,runtime:n,dimension:r}=e.model;return{part:s(`part.model`),state:e.ready?`ok`:`waiting`,text:t,detail:s(`part.runtime`,{runtime:n,dimension:r})}}var k=class extends c{constructor(...e){super(...e),this.health=null}static{this.styles=[v,C,x`
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
    `]}render(){let{health:t}=this;return i`<section class="card">
      <h2>${s(`settings.connections`)}</h2>
      ${t===null?w(1,``):i`<ul>
              ${D(t).map(e=>this.#e(e))}
            </ul>
            <p class="muted small numbers">
              ${e(`settings.messages`,t.messages_received)} ·
              ${s(`settings.queue`,{n:t.queue+t.backlog})} ·
              ${s(`settings.uptime`,{age:b(t.uptime_s)})} ·
              ${s(`settings.memory`,{mb:Math.round(t.rss_bytes/1e6)})}
            </p>`}
    </section>`}#e({part:e,state:t,text:n,detail:r}){return i`<li>
      <span class="dot ${t}" role="img" aria-label=${s(`state.${t}`)}></span>
      <strong>${e}</strong>
      <span class="cut" title=${n}>${n}</span>
      <span class="muted small">${r}</span>
    </li>`}};f([a({attribute:!1})],k.prototype,`health`,void 0),k=f([o(`connections-card`)],k);var A=class extends r{constructor(e){super({phase:`loading`,error:null,matching:null}),this.api=e}async load(){try{let e=await this.api.get(`settings/matching`);this.set({phase:`ready`,error:null,matching:e})}catch(e){this.set({phase:`error`,error:l(e)})}}async change(e){this.set({matching:await this.api.patch(`settings/matching`,e)})}},j=[`careful`,`balanced`,`eager`],M=class extends h{#e=null;constructor(){super(),t(this,()=>[this.store])}static{this.styles=[v,d,x`
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
    `]}get store(){return this.#e??=new A(this.services.api),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}render(){let{matching:e,error:t}=this.store.state;return i`<section class="card" aria-busy=${e===null&&t===null}>
      <h2>${s(`settings.matching`)}</h2>
      <p class="muted">${s(`settings.matchingWhy`)}</p>
      ${t&&e===null?i`<p role="alert">${t.message}</p>`:n}
      <div role="radiogroup" aria-label=${s(`settings.matching`)} class="card-bands stack">
        ${j.map(t=>this.#t(t,e))}
      </div>
      <fr-switch
        label=${s(`settings.pause`)}
        .checked=${e?.paused??!1}
        ?disabled=${e===null}
        @changed=${e=>void this.#n({paused:e.detail})}
      ></fr-switch>
      <p class="muted small">${s(`settings.pauseWhy`)}</p>
    </section>`}#t(e,t){return i`<label class="band">
      <input
        type="radio"
        name="band"
        .checked=${E(t?.band===e)}
        ?disabled=${t===null}
        @change=${()=>void this.#n({band:e})}
      />
      <strong>${s(`band.${e}`)}</strong>
      <span class="muted small">${s(`band.${e}.why`)}</span>
    </label>`}async#n(e){try{await this.store.change(e),this.services.toasts.done(s(`person.changed`))}catch(e){this.services.toasts.failed(e),this.requestUpdate()}}};M=f([o(`matching-card`)],M);var N=class extends r{#e;constructor(e,t){super({trial:null,job:null,error:null}),this.api=e,this.#e=t.subscribe(e=>{e.topic===`jobs`&&this.#t(e.data)})}stop(){this.#e()}async load(){try{let{items:e}=await this.api.get(`jobs`,{kind:`rescan`,limit:10}),t=e.find(e=>e.result?.estimate_s===void 0);t&&P(t)&&this.set({job:t})}catch{}}estimate(e,t){return this.#n(async()=>{this.set({trial:await this.api.post(`rescans`,{from_s:e,to_s:t,dry_run:!0})})})}start(e,t){return this.#n(async()=>{let n=await this.api.post(`rescans`,{from_s:e,to_s:t,dry_run:!1});this.set({job:n,trial:null})})}cancel(){return this.#n(async()=>{let{job:e}=this.state;e&&this.set({job:await this.api.delete(`jobs/${encodeURIComponent(e.id)}`)})})}#t(e){e.id===this.state.job?.id&&this.set({job:e}),e.id===this.state.trial?.id&&this.set({trial:e})}async#n(e){try{this.set({error:null}),await e()}catch(e){this.set({error:l(e)})}}};function P(e){return e.state===`waiting`||e.state===`running`}var F=[`1`,`3`,`7`,`14`],I=86400,L=class extends h{#e;constructor(){super(),this.#e=null,this.days=`3`,t(this,()=>[this.store])}static{this.styles=[v,g,d,x`
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
    `]}get store(){return this.#e??=new N(this.services.api,this.services.live),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}disconnectedCallback(){super.disconnectedCallback(),this.store.stop(),this.#e=null}render(){let{job:e,error:t}=this.store.state;return i`<section class="card">
      <h2>${s(`rescan.title`)}</h2>
      <p class="muted">${s(`rescan.why`)}</p>
      ${e&&P(e)?this.#n(e):this.#t()}
      ${e&&!P(e)?i`<p role="status">${this.#i(e)}</p>`:n}
      ${t?i`<p role="alert">${t.message}</p>`:n}
    </section>`}#t(){let{trial:t}=this.store.state,r=this.#a();return i`<fr-segments
        label=${s(`rescan.range`)}
        .segments=${F.map(t=>({value:t,label:e(`time.day`,Number(t))}))}
        .value=${this.days}
        @chosen=${e=>this.days=e.detail}
      ></fr-segments>
      ${t?.result?i`<p>${this.#r(t.result)}</p>`:n}
      <div class="row wrap">
        <button @click=${()=>void this.store.estimate(...r)}>
          ${t&&P(t)?s(`rescan.counting`):s(`rescan.estimate`)}
        </button>
        <button class="primary" @click=${()=>void this.store.start(...r)}>
          ${s(`rescan.start`)}
        </button>
      </div>`}#n(e){return i`<p role="status">${s(`job.${e.state}`)}</p>
      <progress max="1" .value=${e.progress} aria-label=${s(`rescan.title`)}></progress>
      <button @click=${()=>void this.store.cancel()}>${s(`action.cancel`)}</button>`}#r(t){let n=Number(t.events??0),r=b(Number(t.estimate_s??0));return e(`rescan.would`,n,{time:r})}#i(t){return t.state===`done`?e(`rescan.took`,Number(t.result?.taken??0)):t.message??s(`job.${t.state}`)}#a(){let e=this.services.site.now_s();return[e-Number(this.days)*I,e]}};f([m()],L.prototype,`days`,void 0),L=f([o(`rescan-card`)],L);var R=24,z=class extends h{constructor(...e){super(...e),this.asked=[],this.recent=[],this.picked=[],this.found=[],this.explanation=null,this.error=null}static{this.styles=[v,g,x`
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
      <h2>${s(`why.title`)}</h2>
      <p class="muted">${s(`why.text`)}</p>
      <div class="recent">${this.recent.map(e=>this.#e(e))}</div>
      ${this.error?i`<p role="alert">${this.error.message}</p>`:n}
      ${this.explanation?i`<evidence-view
              .first=${e}
              .second=${t}
              .conclusion=${this.explanation.conclusion}
            ></evidence-view>
            <term-bars all .terms=${this.explanation.terms}></term-bars>`:n}
    </section>`}#e(e){let{zone:t}=this.services.site,n=_(e.start_s,t,!0);return i`<button
      class="one"
      aria-pressed=${this.picked.includes(e.id)}
      title=${this.#t(e)}
      @click=${()=>this.#n(e.id)}
    >
      <fr-picture .src=${T(e.crop_id)}></fr-picture>
      <strong class="cut">${e.identity_label??s(`why.nobody`)}</strong><br />
      ${p(e.camera)}<br /><span class="muted numbers">${n}</span>
    </button>`}#t(e){let{site:t}=this.services,n={today:s(`day.today`),yesterday:s(`day.yesterday`)},r=u(e.start_s,t.zone);return y(r,t.now_s(),t.zone,`en`,n)}#n(e){this.picked=this.picked.includes(e)?this.picked.filter(t=>t!==e):[...this.picked.slice(-1),e],this.explanation=null,this.picked.length===2&&this.#i()}async#r(){try{let e=await this.services.api.get(`sightings`,{limit:R});this.recent=e.items}catch(e){this.error=l(e)}}async#i(){let{api:e}=this.services,[t=``,n=``]=this.picked;this.error=null;try{let r=[t,n].map(t=>e.get(`sightings/${encodeURIComponent(t)}`)),i=await e.post(`explain`,{a:t,b:n});this.found=await Promise.all(r),this.explanation=i}catch(e){this.error=l(e)}}};f([a({attribute:!1})],z.prototype,`asked`,void 0),f([m()],z.prototype,`recent`,void 0),f([m()],z.prototype,`picked`,void 0),f([m()],z.prototype,`found`,void 0),f([m()],z.prototype,`explanation`,void 0),f([m()],z.prototype,`error`,void 0),z=f([o(`why-card`)],z);var B=class extends h{constructor(){super(),t(this,()=>[this.services.site,this.services.router])}static{this.styles=[v,g,x`
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
    `]}render(){let{site:e,router:t}=this.services,r=t.state.place.params.get(`why`)??``;return i`<h1>${s(`settings.title`)}</h1>
      ${r?i`<why-card .asked=${r.split(`,`)}></why-card>`:n}
      <connections-card .health=${e.state.health}></connections-card>
      <div class="two">
        <matching-card></matching-card>
        <rescan-card></rescan-card>
      </div>
      ${r?n:i`<why-card></why-card>`}
      <div class="two">
        <section class="card">
          <h2>${s(`settings.diagnostics`)}</h2>
          <p class="muted">${s(`settings.diagnosticsWhy`)}</p>
          <div class="row wrap">
            <button @click=${()=>void this.#t()}>${s(`settings.download`)}</button>
          </div>
        </section>
        ${this.#e()}
      </div>`}#e(){let{info:e,session:t}=this.services.site.state;return i`<section class="card">
      <h2>${s(`settings.about`)}</h2>
      <p class="muted">
        ${s(`settings.version`,{version:e?.service_version??`?`})}<br />
        ${s(`settings.zone`,{zone:t?.time_zone??s(`settings.zoneOfBrowser`)})}<br />
        ${s(`settings.privacy`)}
      </p>
      ${t?.needs_token?i`<div class="row">
            <button @click=${()=>this.services.signOut()}>${s(`settings.signOut`)}</button>
          </div>`:n}
    </section>`}async#t(){try{S(await this.services.api.blob(`diagnostics`),`frigate-reid-diagnostics.json`)}catch(e){this.services.toasts.failed(e)}}};B=f([o(`settings-page`)],B);export{B as SettingsPage};