import{$ as e,A as t,At as n,Et as r,F as i,Ft as a,H as o,Ht as s,Lt as c,M as l,Mt as u,Nt as d,Ot as f,Pt as p,R as m,S as h,T as ee,Ut as g,V as te,Vt as _,X as ne,_ as re,a as v,b as ie,c as y,d as b,dt as ae,et as oe,gt as x,h as S,ht as C,i as w,j as se,jt as T,kt as E,m as D,mt as O,n as ce,nt as k,o as A,p as le,pt as j,rt as M,s as N,tt as ue,u as de,y as fe,z as pe,zt as P}from"./index-D7vJLtRQ.js";import{t as F}from"./keys-BtAWeeJP.js";import{i as I,r as L,t as R}from"./fr-picture-CeWy3Spo.js";import"./fr-dialog-CYKEOW1J.js";import"./fr-menu-CEQ0fB_2.js";import"./save-CnsHPTSl.js";import"./name-editor-4NJjAyKl.js";import{n as z,r as me,t as he}from"./export-button-0tWtMGG8.js";import{t as ge}from"./places-BnEeg5QM.js";import"./fr-timeline-CLVNMjze.js";import"./fr-plan-zuo8dby_.js";import"./fr-clip-aBoLBzNW.js";import"./evidence-view-D1wQ8DjR.js";import"./fr-tabs-B-iyBIsc.js";var B=class extends p{constructor(...e){super(...e),this.looks=[],this.current=null}static{this.styles=[j,O,P`
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(112px, 1fr));
        gap: 12px;
        padding-top: 8px;
      }
      .one {
        all: unset;
        cursor: pointer;
        border-radius: 10px;
        display: block;
      }
      .one:focus-visible,
      .one[aria-pressed='true'] {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
    `]}render(){return c`<fr-dialog wide heading=${f(`person.choosePhoto`)} @closed=${()=>this.#e(`closed`)}>
      <div class="all">
        ${this.looks.filter(e=>e.has_picture).map(e=>c`<button
                class="one"
                aria-pressed=${e.id===this.current}
                aria-label=${f(`person.photoFrom`,{camera:w(e.camera)})}
                @click=${()=>this.#e(`picked`,e.id)}
              >
                <fr-picture .src=${R(e.id)}></fr-picture>
              </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};S([u({attribute:!1})],B.prototype,`looks`,void 0),S([u()],B.prototype,`current`,void 0),B=S([d(`feature-picker`)],B);var V=class extends D{constructor(){super(),this.open=`none`,r(this,()=>[this.store])}static{this.styles=[j,O,C,x,P`
      .head {
        display: grid;
        grid-template-columns: 148px minmax(0, 1fr) auto;
        gap: 24px;
        align-items: center;
      }
      .photo {
        all: unset;
        cursor: pointer;
        display: block;
        border-radius: 14px;
        position: relative;
        --picture-radius: 14px;
        --picture-ratio: 4 / 5;
      }
      .photo:focus-visible {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      .photo span {
        position: absolute;
        inset: auto 0 0;
        padding: 18px 6px 7px;
        text-align: center;
        font-size: 12.5px;
        font-weight: 560;
        color: #fff;
        background: linear-gradient(transparent, rgb(0 0 0 / 75%));
        border-radius: 0 0 14px 14px;
        opacity: 0;
        transition: opacity var(--quick);
      }
      .photo:hover span,
      .photo:focus-visible span {
        opacity: 1;
      }
      .who {
        display: grid;
        gap: 8px;
        min-width: 0;
      }
      h1 {
        display: flex;
        align-items: center;
        gap: 6px;
        font-size: 30px;
      }
      name-editor {
        max-width: 340px;
        margin: 4px 0 4px 8px;
      }
      .sets {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 26px;
      }
      .does {
        display: flex;
        gap: 6px;
        align-self: start;
      }
      @media (max-width: 700px) {
        .head {
          grid-template-columns: 104px minmax(0, 1fr);
          gap: 16px;
          align-items: start;
        }
        .does {
          grid-column: 1 / -1;
        }
        h1 {
          font-size: 24px;
        }
      }
    `]}render(){let e=this.store.state.person;return e===null?a:c`<div class="head">
        <button class="photo" @click=${()=>this.open=`feature`}>
          <fr-picture .src=${R(e.crop_id)} alt=${e.label}></fr-picture>
          <span>${f(`person.choosePhoto`)}</span>
        </button>
        <div class="who">
          ${this.open===`name`?this.#t(e):this.#e(e)}
          <p class="muted">${this.#n(e)}</p>
          <p class="row wrap">
            ${e.on_site?c`<span class="chip good">${f(`people.here`)}</span>`:a}
            <span class="chip">${n(`people.sightings`,e.sightings)}</span>
            ${e.words?c`<span class="chip">${e.words}</span>`:a}
            ${e.hidden?c`<span class="chip warn">${f(`people.hidden`)}</span>`:a}
            ${e.redirected_from?c`<span class="chip">${f(`person.redirected`)}</span>`:a}
          </p>
          <div class="sets">
            <fr-switch
              .checked=${e.exposed}
              label=${f(`person.exposed`)}
              @changed=${e=>void this.#i({exposed:e.detail})}
            ></fr-switch>
          </div>
        </div>
        <div class="does">
          <a class="button" href=${_([`search`,`new`],{identity:e.id})}>
            <fr-icon path=${ie}></fr-icon>${f(`person.searchMore`)}
          </a>
          <fr-menu
            label=${f(`action.moreFor`,{name:e.label})}
            .items=${[{label:f(`people.rename`),icon:k,action:()=>this.open=`name`},{label:e.hidden?f(`people.show`):f(`people.hide`),icon:e.hidden?pe:m,action:()=>void this.#i({hidden:!e.hidden})},{label:f(`people.delete`),icon:i,danger:!0,action:()=>this.open=`forget`}]}
          ></fr-menu>
        </div>
      </div>
      ${this.#r(e)}`}#e(e){return c`<h1>
      <span class="cut">${e.label}</span>
      <button
        class="quiet icon"
        aria-label=${f(`people.renameOf`,{name:e.label})}
        @click=${()=>this.open=`name`}
      >
        <fr-icon path=${k}></fr-icon>
      </button>
    </h1>`}#t(e){return c`<name-editor
      .value=${e.name??``}
      label=${f(`people.nameOf`,{name:e.label})}
      @cancelled=${()=>this.open=`none`}
      @named=${e=>{this.open=`none`,this.#i({name:e.detail||null})}}
    ></name-editor>`}#n(e){if(e.last_seen_s===null||e.last_camera===null)return f(`people.never`);let t=this.services.site.now_s()-e.last_seen_s,n=e.on_site?f(`people.now`):ce(t);return f(`person.lastSeen`,{camera:w(e.last_camera),when:n})}#r(e){return this.open===`feature`?c`<feature-picker
        .looks=${this.store.state.looks}
        .current=${e.crop_id}
        @closed=${()=>this.open=`none`}
        @picked=${e=>{this.open=`none`,this.#i({feature_crop_id:e.detail})}}
      ></feature-picker>`:this.open===`forget`?c`<fr-dialog heading=${n(`forget.title`,1)} @closed=${()=>this.open=`none`}>
      <p>${f(`forget.text`,{names:e.label})}</p>
      <button slot="actions" @click=${()=>this.open=`none`}>${f(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#a()}>
        ${f(`forget.do`)}
      </button>
    </fr-dialog>`:a}async#i(e){let{toasts:t}=this.services;try{t.done(f(`person.changed`),await this.store.change(e))}catch(e){t.failed(e)}}async#a(){let{toasts:e,router:t}=this.services;try{await this.store.forget(),e.done(n(`forget.done`,1)),t.go([`people`])}catch(t){e.failed(t)}}};S([u({attribute:!1})],V.prototype,`store`,void 0),S([T()],V.prototype,`open`,void 0),V=S([d(`person-header`)],V);var H=class extends p{constructor(...e){super(...e),this.legs=[],this.gaps=[],this.offset=0,this.confirmed=!1,this.chosen=``}static{this.styles=[j,C,P`
      ol {
        display: grid;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        padding: 8px;
        max-height: var(--legs-height, 1000px);
        overflow: auto;
      }
      button {
        all: unset;
        box-sizing: border-box;
        width: 100%;
        cursor: pointer;
        display: grid;
        grid-template-columns: 30px minmax(0, 1fr) 62px;
        gap: 12px;
        align-items: center;
        padding: 8px 10px;
        border-radius: 10px;
        --picture-ratio: 4 / 5;
      }
      button:hover {
        background: var(--surface-2);
      }
      button:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      .chosen .muted {
        color: var(--ink-2);
      }
      .chosen button {
        background: var(--accent-soft);
      }
      .number {
        width: 28px;
        height: 28px;
        border-radius: 50%;
        display: grid;
        place-content: center;
        background: var(--route);
        color: var(--accent-ink);
        font-weight: 660;
        font-size: 13px;
      }
      .gap {
        margin: 0 0 0 24px;
        padding: 3px 0 3px 27px;
        border-left: 2px solid var(--line-strong);
        font-size: 13px;
        color: var(--ink-3);
      }
      .gap.long {
        border-left-style: dotted;
      }
    `]}render(){return c`<ol aria-label=${f(`route.legs`)}>
      ${this.legs.map((e,t)=>this.#e(e,t))}
    </ol>`}#e(e,t){let n=t>0?this.gaps[this.offset+t-1]:void 0;return c`<li class=${e.sighting_id===this.chosen?`chosen`:``}>
      ${n?c`<p class="gap ${n.seconds>300?`long`:``}">${v(n.seconds)}</p>`:a}
      <button
        aria-current=${e.sighting_id===this.chosen}
        @click=${()=>this.dispatchEvent(new CustomEvent(`choose`,{detail:e.sighting_id}))}
      >
        <span class="number">${this.offset+t+1}</span>
        <span>
          <strong>${w(e.camera)}</strong>
          <span class="muted small numbers"
            ><br />${A(e.start_s,this.zone,!0)} · ${y(e.end_s-e.start_s)}</span
          >
          ${this.#t(e)}
        </span>
        <fr-picture .src=${R(e.crop_id)}></fr-picture>
      </button>
    </li>`}#t(e){if(this.confirmed)return c`<span class="chip good">${f(`band.confirmed`)}</span>`;let t=e.firm?f(`band.likely`):f(`band.unsure`);return c`<span class="chip ${e.firm?``:`warn`}">${t}</span>`}};S([u({attribute:!1})],H.prototype,`legs`,void 0),S([u({attribute:!1})],H.prototype,`gaps`,void 0),S([u({type:Number})],H.prototype,`offset`,void 0),S([u({type:Boolean})],H.prototype,`confirmed`,void 0),S([u()],H.prototype,`chosen`,void 0),S([u({attribute:!1})],H.prototype,`zone`,void 0),H=S([d(`leg-list`)],H);var U=class extends D{constructor(...e){super(...e),this.previous=null,this.identityId=``,this.sighting=null,this.earlier=null,this.explanation=null,this.playing=!1,this.problem=``}static{this.styles=[j,O,P`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-bottom: 14px;
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        margin-top: 16px;
      }
    `]}willUpdate(e){let t=e.get(`leg`);e.has(`leg`)&&t?.sighting_id!==this.leg.sighting_id&&this.#e()}render(){let{previous:e,leg:t,explanation:n}=this;return c`<section class="card">
      <div class="head">
        <h2 class="grow">
          ${e?f(`leg.between`,{a:w(e.camera),b:w(t.camera)}):w(t.camera)}
        </h2>
        <button class="quiet" @click=${()=>this.playing=!this.playing}>
          <fr-icon path=${M}></fr-icon>${f(`leg.clip`)}
        </button>
      </div>
      ${this.playing?c`<fr-clip .sightingId=${t.sighting_id}></fr-clip>`:a}
      <evidence-view
        .first=${this.earlier}
        .second=${this.sighting}
        .terms=${n?.terms??[]}
        conclusion=${n?.conclusion??``}
      ></evidence-view>
      ${this.problem?c`<p class="muted">${this.problem}</p>`:a}
      ${e?c`<div class="answers">
            <button @click=${()=>void this.#t()}>${f(`answer.same`)}</button>
            <button @click=${()=>void this.#n()}>${f(`answer.different`)}</button>
            <a class="button quiet" href="#/settings?why=${encodeURIComponent(e.sighting_id)},${encodeURIComponent(t.sighting_id)}">
              <fr-icon path=${oe}></fr-icon>${f(`leg.why`)}
            </a>
          </div>`:a}
    </section>`}async#e(){let{leg:e,previous:t}=this,{api:n}=this.services;this.playing=!1,this.problem=``;let r=e=>n.get(`sightings/${encodeURIComponent(e)}`);try{let[i,a,o]=await Promise.all([r(e.sighting_id),t?r(t.sighting_id):null,t?n.post(`explain`,{a:t.sighting_id,b:e.sighting_id}):null]);if(this.leg!==e&&this.leg.sighting_id!==e.sighting_id)return;Object.assign(this,{sighting:i,earlier:a,explanation:o})}catch(e){this.problem=g(e).message}}async#t(){let{api:e,toasts:t}=this.services;try{let n=`sightings/${encodeURIComponent(this.leg.sighting_id)}/assign`,r=await e.post(n,{identity_id:this.identityId});t.done(f(`leg.sameDone`),r.decision_ids)}catch(e){t.failed(e)}}async#n(){let{api:e,toasts:t}=this.services;try{let r=`identities/${encodeURIComponent(this.identityId)}/split`,i=await e.post(r,{sightings:[this.leg.sighting_id]});t.done(n(`sightings.split`,1,{name:i.identity.label}),i.decision_ids)}catch(e){t.failed(e)}}};S([u({attribute:!1})],U.prototype,`leg`,void 0),S([u({attribute:!1})],U.prototype,`previous`,void 0),S([u()],U.prototype,`identityId`,void 0),S([T()],U.prototype,`sighting`,void 0),S([T()],U.prototype,`earlier`,void 0),S([T()],U.prototype,`explanation`,void 0),S([T()],U.prototype,`playing`,void 0),S([T()],U.prototype,`problem`,void 0),U=S([d(`leg-detail`)],U);var _e=4,W=8,ve=class extends s{constructor(e,t,n){super({phase:`loading`,error:null,day:``,route:null,plan:null,cameras:[],trails:new Map,chosen:``,range:null,at_s:null,playing:!1}),this.api=e,this.identityId=t,this.zone=n}async load(e){let t=e!==this.state.day;t&&this.set({day:e,phase:`loading`,range:null,at_s:null,playing:!1});let[n,r]=le(e,this.zone);try{let i=`identities/${encodeURIComponent(this.identityId)}/route`,a=await this.api.get(i,{from:n,to:r});if(this.state.day!==e)return;this.set({phase:`ready`,error:null,route:a}),t&&this.set({chosen:a.legs[0]?.sighting_id??``}),await this.#t(a)}catch(t){this.state.day===e&&this.set({phase:`error`,error:g(t)})}}step(e){return de(this.state.day,e)}today(e){return b(e,this.zone)}choose(e){this.set({chosen:e})}brush(e){this.set({range:e})}scrub(e){this.set({at_s:e,playing:!1,...this.#e(e)})}play(e){let t=this.legs[0];if(t===void 0)return;let n=this.legs.at(-1)?.end_s??t.end_s,{at_s:r}=this.state,i=r===null||r>=n?t.start_s:r;this.set({playing:e,at_s:i})}advance(e){let{at_s:t,playing:n}=this.state;if(!n||t===null)return;let r=this.legs.find(e=>e.end_s>t);if(r===void 0){this.set({playing:!1});return}let i=r.start_s-t,a=i>32?i/_e:W,o=t+e*(i>0?a:W),s=i>0?Math.min(o,r.start_s+.001):Math.min(o,r.end_s);this.set({at_s:s,...this.#e(s)})}get legs(){let{route:e,range:t}=this.state,n=e?.legs??[];return t===null?n:n.filter(e=>e.end_s>=t[0]&&e.start_s<=t[1])}#e(e){let t=this.legs.findLast(t=>t.start_s<=e);return t?{chosen:t.sighting_id}:{}}async#t(e){try{let{items:t}=await this.api.get(`cameras`);this.set({cameras:t.map(e=>e.name)});let n=await this.api.get(`plan`);this.set({plan:n});let r=e.legs.slice(-50).map(e=>e.sighting_id);if(n.placements.length===0||r.length===0)return;let i=await this.api.get(`plan/trail`,{sighting_id:r});this.set({trails:new Map(i.items.map(e=>[e.sighting_id,e]))})}catch{}}},ye=[j,O,x,I,P`
    .bar {
      display: flex;
      flex-wrap: wrap;
      gap: 10px;
      align-items: center;
      margin-bottom: 16px;
    }
    .date {
      position: relative;
      min-width: 118px;
      text-align: center;
      line-height: 40px;
      border-radius: 10px;
    }
    .date:hover {
      background: var(--surface-2);
    }
    .date:has(:focus-visible) {
      outline: 2px solid var(--accent);
    }
    .date input {
      position: absolute;
      inset: 0;
      width: 100%;
      opacity: 0;
      cursor: pointer;
    }
    .date input::-webkit-calendar-picker-indicator {
      position: absolute;
      inset: 0;
      width: auto;
      height: auto;
    }
    .two {
      display: grid;
      grid-template-columns: minmax(0, 1.65fr) minmax(300px, 1fr);
      gap: 20px;
      align-items: start;
    }
    leg-list {
      grid-column: 2;
      grid-row: 1 / span 2;
    }
    fr-plan {
      --plan-height: min(56vh, 520px);
    }
    .bones {
      height: 480px;
    }
    @media (max-width: 1000px) {
      .two {
        grid-template-columns: minmax(0, 1fr);
      }
      leg-list {
        grid-column: 1;
        grid-row: auto;
        --legs-height: 60vh;
      }
    }
  `],G=class extends D{#e;#t;#n;constructor(){super(),this.person=null,this.day=``,this.store=null,this.#e=()=>void 0,this.#t=0,this.#n=0,new F(this,()=>({" ":()=>this.#f(),ArrowLeft:()=>this.#u(-1),ArrowRight:()=>this.#u(1)}))}static{this.styles=ye}willUpdate(e){let{person:t}=this;if(t===null)return;let n=e.get(`person`);(this.store===null||n&&n.id!==t.id)&&this.#c(t.id),(e.has(`person`)||e.has(`day`))&&this.store?.load(this.#l(t))}disconnectedCallback(){super.disconnectedCallback(),this.#e(),cancelAnimationFrame(this.#t),this.store=null}render(){let{store:e}=this;return e===null?a:c`<div class="bar">
        ${this.#r(e)}
        <span class="grow"></span>
        ${e.legs.length?c`<button @click=${()=>this.#f()}>
                <fr-icon path=${e.state.playing?ue:M}></fr-icon>
                ${e.state.playing?f(`route.pause`):f(`route.play`)}
              </button>
              <export-button
                .request=${{identity_id:this.person?.id,from_s:e.state.range?.[0]??e.state.route?.from_s,to_s:e.state.range?.[1]??e.state.route?.to_s}}
              ></export-button>`:a}
      </div>
      ${this.#i(e)}`}#r(e){let{site:n}=this.services,r={today:f(`day.today`),yesterday:f(`day.yesterday`)},i=e.state.day||this.day,a=i>=e.today(n.now_s());return c`<div class="row">
      <button class="icon" aria-label=${f(`day.before`)} @click=${()=>this.#u(-1)}>
        <fr-icon path=${t}></fr-icon>
      </button>
      <label class="date"
        ><strong>${i?N(i,n.now_s(),n.zone,`en`,r):``}</strong>
        <input
          type="date"
          aria-label=${f(`day.choose`)}
          .value=${i}
          max=${e.today(n.now_s())}
          @change=${e=>this.#d(e.target.value)}
      /></label>
      <button class="icon" aria-label=${f(`day.after`)} ?disabled=${a} @click=${()=>this.#u(1)}>
        <fr-icon path=${se}></fr-icon>
      </button>
    </div>`}#i(e){let{phase:t,error:n,route:r}=e.state;return t===`loading`?L(1,`bones`):t===`error`&&r===null?c`<fr-notice .error=${n} @again=${()=>void e.load(e.state.day)}></fr-notice>`:r?.legs.length?this.#a(e):c`<fr-notice
        .icon=${ne}
        heading=${f(`route.none.title`)}
        text=${f(`route.none.text`)}
      ></fr-notice>`}#a(e){let{legs:t}=e,{chosen:n,route:r}=e.state,i=r?.legs??[],o=Math.max(0,i.findIndex(e=>e===t[0])),s=i.find(e=>e.sighting_id===n);return c`<div class="two">
      <div class="stack drawn">
        ${this.#o(e,o)}
        <div class="card">${this.#s(e)}</div>
      </div>
      <leg-list
        .legs=${t}
        .gaps=${r?.gaps??[]}
        .offset=${o}
        .chosen=${n}
        .zone=${this.services.site.zone}
        @choose=${t=>e.choose(t.detail)}
      ></leg-list>
      ${s?c`<leg-detail
            .leg=${s}
            .previous=${i[i.indexOf(s)-1]??null}
            .identityId=${this.person?.id??``}
          ></leg-detail>`:a}
    </div>`}#o(e,t){let{legs:n}=e,{chosen:r,trails:i,plan:a,at_s:o,route:s,cameras:l}=e.state,u=s?.legs.map(e=>e.camera)??[],d=ge(a,[...new Set([...l,...u])]),p=z(n,s?.gaps.slice(t)??[],d.at),m={layout:p,trails:i,chosen:r,walker:o===null?null:me(p,o),onStop:t=>e.choose(t)};return c`<fr-plan
      .places=${d}
      .unplaced=${p.unplaced}
      label=${f(`route.planLabel`,{name:this.person?.label??``,n:n.length})}
      .layer=${e=>he(m,e)}
    ></fr-plan>`}#s(e){let t=e.state.route?.legs??[],n=[...new Set(t.map(e=>e.camera))],r=t[0]?.start_s??0,i=t.at(-1)?.end_s??1,a=Math.max(10,(i-r)*.02),o=n.map(e=>({label:w(e),bars:t.filter(t=>t.camera===e).map(e=>({id:e.sighting_id,from_s:e.start_s,to_s:e.end_s,style:e.certainty===`unsure`?`dashed`:`solid`,label:f(`band.${e.certainty}`)}))})),{at_s:s,chosen:l}=e.state;return c`<fr-timeline
        .from_s=${r-a}
        .to_s=${i+a}
        .lanes=${o}
        .zone=${this.services.site.zone}
        .chosen=${l}
        .at_s=${s}
        scrubbing
        @choose=${t=>e.choose(t.detail)}
        @scrub=${t=>e.scrub(t.detail)}
        @brush=${t=>e.brush(t.detail)}
      ></fr-timeline>
      <p class="muted small numbers" aria-live="off">
        ${s===null?f(`route.timelineHint`):A(s,this.services.site.zone,!0)}
      </p>`}#c(e){this.#e();let t=new ve(this.services.api,e,this.services.site.zone);this.#e=t.subscribe(()=>this.requestUpdate()),this.store=t}#l(e){let{site:t}=this.services;return this.day||b(e.last_seen_s??t.now_s(),t.zone)}#u(e){let{store:t}=this;if(t===null)return;let n=t.step(e);n<=t.today(this.services.site.now_s())&&this.#d(n)}#d(e){e&&this.services.router.refine({day:e})}#f(){let{store:e}=this;e!==null&&(e.play(!e.state.playing),this.#n=performance.now(),e.state.playing&&(this.#t=requestAnimationFrame(e=>this.#p(e))))}#p(e){let{store:t}=this;t?.state.playing&&(t.advance((e-this.#n)/1e3),this.#n=e,this.#t=requestAnimationFrame(e=>this.#p(e)))}};S([u({attribute:!1})],G.prototype,`person`,void 0),S([u()],G.prototype,`day`,void 0),S([T()],G.prototype,`store`,void 0),G=S([d(`route-tab`)],G);var K=class extends D{constructor(){super(),r(this,()=>[this.store])}static{this.styles=[j,O,P`
      section {
        margin-bottom: 28px;
      }
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 16px;
        margin-top: 12px;
      }
      figcaption {
        display: flex;
        align-items: center;
        padding-top: 4px;
        font-size: 13.5px;
        color: var(--ink-2);
      }
    `]}render(){let e=q(this.store.state.looks,e=>b(e.frame_time_s,this.services.site.zone));return e.length===0?c`<fr-notice
        .icon=${te}
        heading=${f(`looks.none.title`)}
        text=${f(`looks.none.text`)}
      ></fr-notice>`:e.map(([e,t])=>c`<section>
          <h2>${this.#t(e)} <span class="muted small">${n(`looks.pictures`,t.length)}</span></h2>
          <div class="all">${t.map(e=>this.#e(e))}</div>
        </section>`)}#e(e){return c`<figure>
      <fr-picture .src=${R(e.has_picture?e.id:null)} alt=${w(e.camera)}></fr-picture>
      <figcaption>
        <span class="grow cut">${w(e.camera)}</span>
        <fr-menu
          label=${f(`action.moreFor`,{name:w(e.camera)})}
          .items=${[{label:f(`looks.feature`),action:()=>void this.#n(e)},{label:f(`looks.notThem`),danger:!0,action:()=>void this.#r(e)}]}
        ></fr-menu>
      </figcaption>
    </figure>`}#t(e){let{site:t}=this.services,n={today:f(`day.today`),yesterday:f(`day.yesterday`)};return N(e,t.now_s(),t.zone,`en`,n)}async#n(e){let{toasts:t}=this.services;try{t.done(f(`person.changed`),await this.store.change({feature_crop_id:e.id}))}catch(e){t.failed(e)}}async#r(e){let{toasts:t}=this.services;try{let r=await this.store.split([e.sighting_id]);t.done(n(`sightings.split`,1,{name:r.identity.label}),r.decision_ids)}catch(e){t.failed(e)}}};S([u({attribute:!1})],K.prototype,`store`,void 0),K=S([d(`looks-tab`)],K);function q(e,t){let n=new Map;for(let r of e){let e=t(r);n.set(e,[...n.get(e)??[],r])}return[...n].sort(([e],[t])=>t.localeCompare(e))}var J=class extends p{constructor(...e){super(...e),this.people=[],this.count=1,this.wanted=``}static{this.styles=[j,O,x,P`
      input {
        width: 100%;
      }
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(116px, 1fr));
        gap: 14px;
        padding: 16px 0 8px;
        min-height: 220px;
        align-content: start;
      }
      .one {
        all: unset;
        cursor: pointer;
        border-radius: 10px;
        text-align: center;
        font-weight: 560;
      }
      .one:hover fr-picture,
      .one:focus-visible {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
    `]}render(){let e=this.wanted.toLocaleLowerCase(),t=this.people.filter(t=>t.label.toLocaleLowerCase().includes(e));return c`<fr-dialog wide heading=${n(`sightings.moveTitle`,this.count)} @closed=${()=>this.#e(`closed`)}>
      <input
        type="search"
        autofocus
        placeholder=${f(`people.search`)}
        aria-label=${f(`people.search`)}
        @input=${e=>this.wanted=e.target.value}
      />
      <div class="all">
        ${t.map(e=>c`<button class="one" @click=${()=>this.#e(`picked`,e)}>
              <fr-picture .src=${R(e.crop_id)}></fr-picture>${e.label}
            </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};S([u({attribute:!1})],J.prototype,`people`,void 0),S([u({type:Number})],J.prototype,`count`,void 0),S([T()],J.prototype,`wanted`,void 0),J=S([d(`move-dialog`)],J);var Y=class extends D{constructor(){super(),this.moving=[],r(this,()=>[this.store])}static{this.styles=[j,O,C,P`
      section {
        margin-bottom: 30px;
      }
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(158px, 1fr));
        gap: 16px;
        margin-top: 12px;
      }
      .one {
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        position: relative;
        --picture-radius: 11px 11px 0 0;
      }
      .one.selected {
        outline: 3px solid var(--accent);
      }
      .pick {
        all: unset;
        display: block;
        width: 100%;
        cursor: pointer;
      }
      .pick:focus-visible {
        outline: 3px solid var(--accent);
        border-radius: 11px;
      }
      .words {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        padding: 6px 2px 6px 12px;
      }
      .bar {
        position: sticky;
        bottom: calc(16px + var(--bar-height, 0px));
        margin: 0 auto;
        width: max-content;
        max-width: 100%;
        display: flex;
        gap: 4px;
        align-items: center;
        padding: 7px 7px 7px 18px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 16px;
        box-shadow: var(--shadow-2);
        flex-wrap: wrap;
      }
    `]}render(){let{sightings:t,sightingsCursor:r,selected:i}=this.store.state,{zone:o}=this.services.site;return t.length===0?c`<fr-notice
        .icon=${e}
        heading=${f(`sightings.none.title`)}
        text=${f(`sightings.none.text`)}
      ></fr-notice>`:c`${q(t,e=>b(e.start_s,o)).map(([e,t])=>c`<section>
            <h2>${this.#r(e)} <span class="muted small">${n(`people.sightings`,t.length)}</span></h2>
            <div class="all">${t.map(e=>this.#e(e))}</div>
          </section>`)}
      ${r?c`<button @click=${()=>void this.store.moreSightings()}>${f(`action.more`)}</button>`:a}
      ${i.size?this.#t([...i]):a} ${this.#n()}`}#e(e){let{zone:t}=this.services.site,n=this.store.state.selected.has(e.id),r=A(e.start_s,t,!0);return c`<div class="one ${n?`selected`:``}">
      <button
        class="pick"
        role="checkbox"
        aria-checked=${n}
        aria-label=${f(`sightings.pick`,{camera:w(e.camera),time:r})}
        @click=${()=>this.store.toggle(e.id)}
      >
        <fr-picture .src=${R(e.crop_id)}></fr-picture>
      </button>
      <div class="words">
        <div class="grow">
          <strong class="cut">${w(e.camera)}</strong>
          <p class="muted small numbers cut">
            ${r} · ${y(e.last_seen_s-e.start_s)}
            ${e.firm?a:c`<span class="chip warn">${f(`band.unsure`)}</span>`}
          </p>
        </div>
        <fr-menu
          label=${f(`action.moreFor`,{name:r})}
          .items=${[{label:f(`sightings.moveTo`),action:()=>void this.#a([e.id])},{label:f(`sightings.splitOne`),action:()=>void this.#s([e.id])},{label:f(`sightings.splitFromHere`),action:()=>void this.#s(this.store.fromHereOn(e.id))},{label:f(`sightings.search`),action:()=>this.#i(e)}]}
        ></fr-menu>
      </div>
    </div>`}#t(e){return c`<div class="bar" role="toolbar" aria-label=${f(`people.selection`)}>
      <strong>${n(`people.selected`,e.length)}</strong>
      <button class="quiet" @click=${()=>void this.#a(e)}>
        <fr-icon path=${re}></fr-icon>${f(`sightings.moveTo`)}
      </button>
      <button class="quiet" @click=${()=>void this.#s(e)}>
        <fr-icon path=${ee}></fr-icon>${f(`sightings.splitOff`)}
      </button>
      <button class="quiet icon" aria-label=${f(`people.clear`)} @click=${()=>this.store.clearSelection()}>
        <fr-icon path=${l}></fr-icon>
      </button>
    </div>`}#n(){return this.moving.length===0?a:c`<move-dialog
      .people=${this.store.state.others}
      .count=${this.moving.length}
      @closed=${()=>this.moving=[]}
      @picked=${e=>void this.#o(e.detail)}
    ></move-dialog>`}#r(e){let{site:t}=this.services,n={today:f(`day.today`),yesterday:f(`day.yesterday`)};return N(e,t.now_s(),t.zone,`en`,n)}#i(e){location.hash=_([`search`,`new`],{sighting:e.id})}async#a(e){await this.#c(()=>this.store.loadOthers()),this.moving=e}#o({id:e,label:t}){let{moving:r}=this;return this.moving=[],this.#c(async()=>{let i=await this.store.move(r,e);this.services.toasts.done(n(`sightings.moved`,r.length,{name:t}),i)})}#s(e){return this.#c(async()=>{let t=await this.store.split(e),r=n(`sightings.split`,e.length,{name:t.identity.label});this.services.toasts.done(r,t.decision_ids)})}async#c(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};S([u({attribute:!1})],Y.prototype,`store`,void 0),S([T()],Y.prototype,`moving`,void 0),Y=S([d(`sightings-tab`)],Y);function X(e){let t=e.changes.filter(e=>e.subject===`tracklet`&&e.field===`identity_id`).length;switch(e.kind){case`assign`:return be(e);case`merge`:return n(`decision.merge`,t);case`split`:return n(`decision.split`,t);case`rename`:return xe(e);case`hide`:case`expose`:case`picture`:return f(Se(e)?`decision.${e.kind}`:`decision.${e.kind}Off`);default:return E(`decision.${e.kind}`,e.kind)}}function be(e){let[t]=e.explanation.candidates??[],n=t?.probability,r=e.outcome===null?`hand`:e.outcome;return r===`accept`&&n!==void 0?f(`decision.assign.acceptSure`,{percent:Ce(n)}):E(`decision.assign.${r}`,e.kind)}function xe(e){let t=e.changes.find(e=>e.field===`name`)?.after;return t?f(`decision.rename`,{name:String(t)}):f(`decision.renameOff`)}function Se(e){return e.changes.some(e=>e.after===!0)}function Ce(e){let t=Math.min(99.9,100*e);return t>=99?t.toFixed(1):t.toFixed(0)}var Z=class extends D{constructor(){super(),r(this,()=>[this.store])}static{this.styles=[j,O,C,P`
      section {
        margin-bottom: 24px;
      }
      ol {
        margin-top: 8px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      li {
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 8px 10px 8px 18px;
        min-height: 56px;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      time {
        color: var(--ink-3);
        flex: none;
      }
      @media (max-width: 700px) {
        li {
          flex-wrap: wrap;
          gap: 4px 12px;
          padding: 12px 10px 8px 16px;
        }
        li > .grow {
          flex: 1 1 60%;
        }
        li > .chip {
          margin-right: auto;
        }
      }
      .undone p {
        text-decoration: line-through;
        color: var(--ink-3);
      }
    `]}render(){let{decisions:e,decisionsCursor:t}=this.store.state,{site:n}=this.services;if(e.length===0)return c`<fr-notice
        .icon=${o}
        heading=${f(`history.none.title`)}
        text=${f(`history.none.text`)}
      ></fr-notice>`;let r={today:f(`day.today`),yesterday:f(`day.yesterday`)};return c`${q(e,e=>b(e.at_s,n.zone)).map(([e,t])=>c`<section>
            <h2>${N(e,n.now_s(),n.zone,`en`,r)}</h2>
            <ol>${t.map(e=>this.#e(e))}</ol>
          </section>`)}
      ${t?c`<button @click=${()=>void this.store.moreDecisions()}>${f(`action.more`)}</button>`:a}`}#e(e){let t=e.actor!==`system`;return c`<li class=${e.undone?`undone`:``}>
      <time class="numbers">${A(e.at_s,this.services.site.zone,!0)}</time>
      <div class="grow">
        <p>${X(e)}</p>
      </div>
      <span class="chip ${t?`accent`:``}">${f(t?`history.user`:`history.system`)}</span>
      ${e.undone?c`<span class="chip">${f(`history.undone`)}</span>`:c`<button class="quiet" @click=${()=>void this.#t(e)}>
            <fr-icon path=${ae}></fr-icon>${f(`action.undo`)}
          </button>`}
    </li>`}async#t(e){let{toasts:t}=this.services;try{t.done(f(`undo.done`),await this.store.undo(e.id))}catch(e){t.failed(e)}}};S([u({attribute:!1})],Z.prototype,`store`,void 0),Z=S([d(`history-tab`)],Z);var we=class extends s{constructor(e,t){super({phase:`loading`,error:null,person:null,looks:[],sightings:[],sightingsCursor:null,decisions:[],decisionsCursor:null,others:[],selected:new Set}),this.api=e,this.identityId=t}async load(){try{let e=await this.api.get(this.#a());this.set({phase:`ready`,error:null,person:e}),await Promise.all([this.#e(),this.#t(),this.#n()])}catch(e){this.set({phase:`error`,error:g(e)})}}async loadOthers(){let e=await this.api.get(`identities`,{limit:200});this.set({others:e.items.filter(e=>e.id!==this.state.person?.id)})}async moreSightings(){let e=await this.#r(this.state.sightingsCursor);this.set({sightings:[...this.state.sightings,...e.items],sightingsCursor:e.cursor})}async moreDecisions(){let e=await this.#i(this.state.decisionsCursor);this.set({decisions:[...this.state.decisions,...e.items],decisionsCursor:e.cursor})}async change(e){let t=await this.api.patch(this.#a(),e);return await this.load(),t.decision_ids}async forget(){await this.api.delete(this.#a())}toggle(e){let t=new Set(this.state.selected);t.delete(e)||t.add(e),this.set({selected:t})}clearSelection(){this.set({selected:new Set})}async split(e){let t=`${this.#a()}/split`,n=await this.api.post(t,{sightings:e});return this.clearSelection(),await this.load(),n}async move(e,t){let n=[];try{for(let r of e){let e=`sightings/${encodeURIComponent(r)}/assign`,i=await this.api.post(e,{identity_id:t});n.push(...i.decision_ids)}}finally{this.clearSelection(),await this.load()}return n}fromHereOn(e){let t=this.state.sightings.find(t=>t.id===e);return t===void 0?[]:this.state.sightings.filter(e=>e.start_s>=t.start_s).map(e=>e.id)}async undo(e){let t=`decisions/${encodeURIComponent(e)}/undo`,n=await this.api.post(t);return await this.load(),n.decision_ids}async#e(){let e=await this.api.get(`${this.#a()}/templates`,{limit:24});this.set({looks:e.crops})}async#t(){let e=await this.#r(null);this.set({sightings:e.items,sightingsCursor:e.cursor})}async#n(){let e=await this.#i(null);this.set({decisions:e.items,decisionsCursor:e.cursor})}#r(e){return this.api.get(`${this.#a()}/sightings`,{cursor:e,limit:48})}#i(e){return this.api.get(`${this.#a()}/history`,{cursor:e,limit:50})}#a(){return`identities/${encodeURIComponent(this.identityId)}`}},Q=[`route`,`sightings`,`looks`,`history`],$=class extends D{#e;#t;constructor(){super(),this.identityId=``,this.store=null,this.#e=[],this.#t=0,r(this,()=>[this.services.router]),new F(this,()=>({u:()=>void this.services.toasts.undoLast(f(`undo.done`)),Escape:()=>this.services.router.go([`people`])}))}static{this.styles=[j,O,I,P`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 22px;
        min-width: 0;
      }
      .back {
        justify-self: start;
        margin: 0 0 -12px -12px;
      }
      .head {
        height: 190px;
      }
      .body {
        height: 420px;
      }
    `]}willUpdate(e){if(!e.has(`identityId`))return;this.#o();let t=new we(this.services.api,this.identityId),{live:n,toasts:r}=this.services;this.#e=[t.subscribe(()=>this.requestUpdate()),n.subscribe(({topic:e})=>e!==`health`&&this.#a()),n.onState(e=>e&&void t.load()),r.onUndone(()=>void t.load())],this.store=t,t.load()}disconnectedCallback(){super.disconnectedCallback(),this.#o()}render(){let{store:e}=this;return e===null?c``:c`<a class="button quiet back" href="#/people">
        <fr-icon path=${h}></fr-icon>${f(`people.title`)}
      </a>
      ${this.#n(e)}`}#n(e){let{phase:t,person:n,error:r}=e.state;if(t===`loading`)return L(1,`head`).concat(L(1,`body`));if(n===null)return r?.isNotFound?c`<fr-notice
          .icon=${fe}
          heading=${f(`person.gone`)}
          text=${r.message}
        ></fr-notice>`:c`<fr-notice .error=${r} @again=${()=>void e.load()}></fr-notice>`;let i=this.#i();return c`<person-header .store=${e}></person-header>
      <fr-tabs
        .tabs=${Q.map(e=>({name:e,label:f(`person.tab.${e}`)}))}
        .current=${i}
        @chosen=${e=>this.services.router.refine({tab:e.detail===`route`?null:e.detail})}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${f(`person.tab.${i}`)}>${this.#r(i,e)}</div>`}#r(e,t){let{router:n}=this.services;switch(e){case`route`:return c`<route-tab
          .person=${t.state.person}
          .day=${n.state.place.params.get(`day`)??``}
        ></route-tab>`;case`sightings`:return c`<sightings-tab .store=${t}></sightings-tab>`;case`looks`:return c`<looks-tab .store=${t}></looks-tab>`;case`history`:return c`<history-tab .store=${t}></history-tab>`}}#i(){let e=this.services.router.state.place.params.get(`tab`);return Q.find(t=>t===e)??`route`}#a(){clearTimeout(this.#t),this.#t=window.setTimeout(()=>void this.store?.load(),600)}#o(){clearTimeout(this.#t);for(let e of this.#e)e();this.#e=[]}};S([u()],$.prototype,`identityId`,void 0),S([T()],$.prototype,`store`,void 0),$=S([d(`person-page`)],$);export{$ as PersonPage};