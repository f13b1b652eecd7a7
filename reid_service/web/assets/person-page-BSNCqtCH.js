import{$ as e,Ct as t,D as n,Dt as r,Et as i,F as a,Ft as o,I as s,M as c,Nt as l,O as u,Pt as d,Q as f,R as p,S as m,St as h,Tt as g,X as ee,Z as te,a as _,b as v,bt as y,dt as b,et as x,f as ne,ft as S,g as re,jt as C,k as w,kt as T,l as ie,lt as E,m as D,n as ae,o as O,p as k,q as oe,r as A,s as se,st as ce,u as j,ut as M,v as le,vt as N,wt as P,xt as F,y as ue,z as de}from"./index-XtaqyY8s.js";import{t as I}from"./keys-BtAWeeJP.js";import{i as L,r as R,t as z}from"./fr-picture-D7V61Esp.js";import"./fr-dialog-DZpCG4_2.js";import"./fr-menu-wjahhlrT.js";import"./save-DKcL53c8.js";import"./name-editor-DSHiSHgk.js";import{n as B,r as V,t as fe}from"./export-button-CSITkV97.js";import{t as pe}from"./places-BnEeg5QM.js";import"./fr-timeline-B4HuZzh8.js";import"./fr-plan-Cu5yhADG.js";import"./fr-clip-Bosd1TbE.js";import"./evidence-view-BBZvBQa-.js";import"./fr-tabs-DWHtbVs5.js";var H=class extends i{constructor(...e){super(...e),this.looks=[],this.current=null}static{this.styles=[E,M,C`
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
    `]}render(){return T`<fr-dialog wide heading=${y(`person.choosePhoto`)} @closed=${()=>this.#e(`closed`)}>
      <div class="all">
        ${this.looks.filter(e=>e.has_picture).map(e=>T`<button
                class="one"
                aria-pressed=${e.id===this.current}
                aria-label=${y(`person.photoFrom`,{camera:A(e.camera)})}
                @click=${()=>this.#e(`picked`,e.id)}
              >
                <fr-picture .src=${z(e.id)}></fr-picture>
              </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};D([P({attribute:!1})],H.prototype,`looks`,void 0),D([P()],H.prototype,`current`,void 0),H=D([g(`feature-picker`)],H);var U=class extends k{constructor(){super(),this.open=`none`,N(this,()=>[this.store])}static{this.styles=[E,M,b,S,C`
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
    `]}render(){let t=this.store.state.person;return t===null?r:T`<div class="head">
        <button class="photo" @click=${()=>this.open=`feature`}>
          <fr-picture .src=${z(t.crop_id)} alt=${t.label}></fr-picture>
          <span>${y(`person.choosePhoto`)}</span>
        </button>
        <div class="who">
          ${this.open===`name`?this.#t(t):this.#e(t)}
          <p class="muted">${this.#n(t)}</p>
          <p class="row wrap">
            ${t.on_site?T`<span class="chip good">${y(`people.here`)}</span>`:r}
            <span class="chip">${h(`people.sightings`,t.sightings)}</span>
            ${t.words?T`<span class="chip">${t.words}</span>`:r}
            ${t.hidden?T`<span class="chip warn">${y(`people.hidden`)}</span>`:r}
            ${t.redirected_from?T`<span class="chip">${y(`person.redirected`)}</span>`:r}
          </p>
          <div class="sets">
            <fr-switch
              .checked=${t.exposed}
              label=${y(`person.exposed`)}
              @changed=${e=>void this.#i({exposed:e.detail})}
            ></fr-switch>
          </div>
        </div>
        <div class="does">
          <a class="button" href=${l([`search`,`new`],{identity:t.id})}>
            <fr-icon path=${ue}></fr-icon>${y(`person.searchMore`)}
          </a>
          <fr-menu
            label=${y(`action.moreFor`,{name:t.label})}
            .items=${[{label:y(`people.rename`),icon:e,action:()=>this.open=`name`},{label:t.hidden?y(`people.show`):y(`people.hide`),icon:t.hidden?s:a,action:()=>void this.#i({hidden:!t.hidden})},{label:y(`people.delete`),icon:c,danger:!0,action:()=>this.open=`forget`}]}
          ></fr-menu>
        </div>
      </div>
      ${this.#r(t)}`}#e(t){return T`<h1>
      <span class="cut">${t.label}</span>
      <button
        class="quiet icon"
        aria-label=${y(`people.renameOf`,{name:t.label})}
        @click=${()=>this.open=`name`}
      >
        <fr-icon path=${e}></fr-icon>
      </button>
    </h1>`}#t(e){return T`<name-editor
      .value=${e.name??``}
      label=${y(`people.nameOf`,{name:e.label})}
      @cancelled=${()=>this.open=`none`}
      @named=${e=>{this.open=`none`,this.#i({name:e.detail||null})}}
    ></name-editor>`}#n(e){if(e.last_seen_s===null||e.last_camera===null)return y(`people.never`);let t=this.services.site.now_s()-e.last_seen_s,n=e.on_site?y(`people.now`):ae(t);return y(`person.lastSeen`,{camera:A(e.last_camera),when:n})}#r(e){return this.open===`feature`?T`<feature-picker
        .looks=${this.store.state.looks}
        .current=${e.crop_id}
        @closed=${()=>this.open=`none`}
        @picked=${e=>{this.open=`none`,this.#i({feature_crop_id:e.detail})}}
      ></feature-picker>`:this.open===`forget`?T`<fr-dialog heading=${h(`forget.title`,1)} @closed=${()=>this.open=`none`}>
      <p>${y(`forget.text`,{names:e.label})}</p>
      <button slot="actions" @click=${()=>this.open=`none`}>${y(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#a()}>
        ${y(`forget.do`)}
      </button>
    </fr-dialog>`:r}async#i(e){let{toasts:t}=this.services;try{t.done(y(`person.changed`),await this.store.change(e))}catch(e){t.failed(e)}}async#a(){let{toasts:e,router:t}=this.services;try{await this.store.forget(),e.done(h(`forget.done`,1)),t.go([`people`])}catch(t){e.failed(t)}}};D([P({attribute:!1})],U.prototype,`store`,void 0),D([t()],U.prototype,`open`,void 0),U=D([g(`person-header`)],U);var W=class extends k{constructor(...e){super(...e),this.previous=null,this.identityId=``,this.sighting=null,this.earlier=null,this.explanation=null,this.playing=!1,this.problem=``}static{this.styles=[E,M,C`
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
    `]}willUpdate(e){let t=e.get(`leg`);e.has(`leg`)&&t?.sighting_id!==this.leg.sighting_id&&this.#e()}render(){let{previous:e,leg:t,explanation:n}=this;return T`<section class="card">
      <div class="head">
        <h2 class="grow">
          ${e?y(`leg.between`,{a:A(e.camera),b:A(t.camera)}):A(t.camera)}
        </h2>
        <button class="quiet" @click=${()=>this.playing=!this.playing}>
          <fr-icon path=${x}></fr-icon>${y(`leg.clip`)}
        </button>
      </div>
      ${this.playing?T`<fr-clip .sightingId=${t.sighting_id}></fr-clip>`:r}
      <evidence-view
        .first=${this.earlier}
        .second=${this.sighting}
        .terms=${n?.terms??[]}
        conclusion=${n?.conclusion??``}
      ></evidence-view>
      ${this.problem?T`<p class="muted">${this.problem}</p>`:r}
      ${e?T`<div class="answers">
            <button @click=${()=>void this.#t()}>${y(`answer.same`)}</button>
            <button @click=${()=>void this.#n()}>${y(`answer.different`)}</button>
            <a class="button quiet" href="#/settings?why=${encodeURIComponent(e.sighting_id)},${encodeURIComponent(t.sighting_id)}">
              <fr-icon path=${te}></fr-icon>${y(`leg.why`)}
            </a>
          </div>`:r}
    </section>`}async#e(){let{leg:e,previous:t}=this,{api:n}=this.services;this.playing=!1,this.problem=``;let r=e=>n.get(`sightings/${encodeURIComponent(e)}`);try{let[i,a,o]=await Promise.all([r(e.sighting_id),t?r(t.sighting_id):null,t?n.post(`explain`,{a:t.sighting_id,b:e.sighting_id}):null]);if(this.leg!==e&&this.leg.sighting_id!==e.sighting_id)return;Object.assign(this,{sighting:i,earlier:a,explanation:o})}catch(e){this.problem=o(e).message}}async#t(){let{api:e,toasts:t}=this.services;try{let n=`sightings/${encodeURIComponent(this.leg.sighting_id)}/assign`,r=await e.post(n,{identity_id:this.identityId});t.done(y(`leg.sameDone`),r.decision_ids)}catch(e){t.failed(e)}}async#n(){let{api:e,toasts:t}=this.services;try{let n=`identities/${encodeURIComponent(this.identityId)}/split`,r=await e.post(n,{sightings:[this.leg.sighting_id]});t.done(h(`sightings.split`,1,{name:r.identity.label}),r.decision_ids)}catch(e){t.failed(e)}}};D([P({attribute:!1})],W.prototype,`leg`,void 0),D([P({attribute:!1})],W.prototype,`previous`,void 0),D([P()],W.prototype,`identityId`,void 0),D([t()],W.prototype,`sighting`,void 0),D([t()],W.prototype,`earlier`,void 0),D([t()],W.prototype,`explanation`,void 0),D([t()],W.prototype,`playing`,void 0),D([t()],W.prototype,`problem`,void 0),W=D([g(`leg-detail`)],W);var me=4,G=8,he=class extends d{constructor(e,t,n){super({phase:`loading`,error:null,day:``,route:null,plan:null,cameras:[],trails:new Map,chosen:``,range:null,at_s:null,playing:!1}),this.api=e,this.identityId=t,this.zone=n}async load(e){let t=e!==this.state.day;t&&this.set({day:e,phase:`loading`,range:null,at_s:null,playing:!1});let[n,r]=ne(e,this.zone);try{let i=`identities/${encodeURIComponent(this.identityId)}/route`,a=await this.api.get(i,{from:n,to:r});if(this.state.day!==e)return;this.set({phase:`ready`,error:null,route:a}),t&&this.set({chosen:a.legs[0]?.sighting_id??``}),await this.#t(a)}catch(t){this.state.day===e&&this.set({phase:`error`,error:o(t)})}}step(e){return ie(this.state.day,e)}today(e){return j(e,this.zone)}choose(e){this.set({chosen:e})}brush(e){this.set({range:e})}scrub(e){this.set({at_s:e,playing:!1,...this.#e(e)})}play(e){let t=this.legs[0];if(t===void 0)return;let n=this.legs.at(-1)?.end_s??t.end_s,{at_s:r}=this.state,i=r===null||r>=n?t.start_s:r;this.set({playing:e,at_s:i})}advance(e){let{at_s:t,playing:n}=this.state;if(!n||t===null)return;let r=this.legs.find(e=>e.end_s>t);if(r===void 0){this.set({playing:!1});return}let i=r.start_s-t,a=i>32?i/me:G,o=t+e*(i>0?a:G),s=i>0?Math.min(o,r.start_s+.001):Math.min(o,r.end_s);this.set({at_s:s,...this.#e(s)})}get legs(){let{route:e,range:t}=this.state,n=e?.legs??[];return t===null?n:n.filter(e=>e.end_s>=t[0]&&e.start_s<=t[1])}#e(e){let t=this.legs.findLast(t=>t.start_s<=e);return t?{chosen:t.sighting_id}:{}}async#t(e){try{let{items:t}=await this.api.get(`cameras`);this.set({cameras:t.map(e=>e.name)});let n=await this.api.get(`plan`);this.set({plan:n});let r=e.legs.slice(-50).map(e=>e.sighting_id);if(n.placements.length===0||r.length===0)return;let i=await this.api.get(`plan/trail`,{sighting_id:r});this.set({trails:new Map(i.items.map(e=>[e.sighting_id,e]))})}catch{}}},ge=[E,M,S,L,C`
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
  `],K=class extends k{#e;#t;#n;constructor(){super(),this.person=null,this.day=``,this.store=null,this.#e=()=>void 0,this.#t=0,this.#n=0,new I(this,()=>({" ":()=>this.#f(),ArrowLeft:()=>this.#u(-1),ArrowRight:()=>this.#u(1)}))}static{this.styles=ge}willUpdate(e){let{person:t}=this;if(t===null)return;let n=e.get(`person`);(this.store===null||n&&n.id!==t.id)&&this.#c(t.id),(e.has(`person`)||e.has(`day`))&&this.store?.load(this.#l(t))}disconnectedCallback(){super.disconnectedCallback(),this.#e(),cancelAnimationFrame(this.#t),this.store=null}render(){let{store:e}=this;return e===null?r:T`<div class="bar">
        ${this.#r(e)}
        <span class="grow"></span>
        ${e.legs.length?T`<button @click=${()=>this.#f()}>
                <fr-icon path=${e.state.playing?f:x}></fr-icon>
                ${e.state.playing?y(`route.pause`):y(`route.play`)}
              </button>
              <export-button
                .request=${{identity_id:this.person?.id,from_s:e.state.range?.[0]??e.state.route?.from_s,to_s:e.state.range?.[1]??e.state.route?.to_s}}
              ></export-button>`:r}
      </div>
      ${this.#i(e)}`}#r(e){let{site:t}=this.services,r={today:y(`day.today`),yesterday:y(`day.yesterday`)},i=e.state.day||this.day,a=i>=e.today(t.now_s());return T`<div class="row">
      <button class="icon" aria-label=${y(`day.before`)} @click=${()=>this.#u(-1)}>
        <fr-icon path=${n}></fr-icon>
      </button>
      <label class="date"
        ><strong>${i?O(i,t.now_s(),t.zone,`en`,r):``}</strong>
        <input
          type="date"
          aria-label=${y(`day.choose`)}
          .value=${i}
          max=${e.today(t.now_s())}
          @change=${e=>this.#d(e.target.value)}
      /></label>
      <button class="icon" aria-label=${y(`day.after`)} ?disabled=${a} @click=${()=>this.#u(1)}>
        <fr-icon path=${u}></fr-icon>
      </button>
    </div>`}#i(e){let{phase:t,error:n,route:r}=e.state;return t===`loading`?R(1,`bones`):t===`error`&&r===null?T`<fr-notice .error=${n} @again=${()=>void e.load(e.state.day)}></fr-notice>`:r?.legs.length?this.#a(e):T`<fr-notice
        .icon=${oe}
        heading=${y(`route.none.title`)}
        text=${y(`route.none.text`)}
      ></fr-notice>`}#a(e){let{legs:t}=e,{chosen:n,route:i}=e.state,a=i?.legs??[],o=Math.max(0,a.findIndex(e=>e===t[0])),s=a.find(e=>e.sighting_id===n);return T`<div class="two">
      <div class="stack drawn">
        ${this.#o(e,o)}
        <div class="card">${this.#s(e)}</div>
      </div>
      <leg-list
        .legs=${t}
        .gaps=${i?.gaps??[]}
        .offset=${o}
        .chosen=${n}
        .zone=${this.services.site.zone}
        @choose=${t=>e.choose(t.detail)}
      ></leg-list>
      ${s?T`<leg-detail
            .leg=${s}
            .previous=${a[a.indexOf(s)-1]??null}
            .identityId=${this.person?.id??``}
          ></leg-detail>`:r}
    </div>`}#o(e,t){let{legs:n}=e,{chosen:r,trails:i,plan:a,at_s:o,route:s,cameras:c}=e.state,l=s?.legs.map(e=>e.camera)??[],u=pe(a,[...new Set([...c,...l])]),d=B(n,s?.gaps.slice(t)??[],u.at),f={layout:d,trails:i,chosen:r,walker:o===null?null:V(d,o),onStop:t=>e.choose(t)};return T`<fr-plan
      .places=${u}
      .unplaced=${d.unplaced}
      label=${y(`route.planLabel`,{name:this.person?.label??``,n:n.length})}
      .layer=${e=>fe(f,e)}
    ></fr-plan>`}#s(e){let t=e.state.route?.legs??[],n=[...new Set(t.map(e=>e.camera))],r=t[0]?.start_s??0,i=t.at(-1)?.end_s??1,a=Math.max(10,(i-r)*.02),o=n.map(e=>({label:A(e),bars:t.filter(t=>t.camera===e).map(e=>({id:e.sighting_id,from_s:e.start_s,to_s:e.end_s,style:e.certainty===`unsure`?`dashed`:`solid`,label:y(`band.${e.certainty}`)}))})),{at_s:s,chosen:c}=e.state;return T`<fr-timeline
        .from_s=${r-a}
        .to_s=${i+a}
        .lanes=${o}
        .zone=${this.services.site.zone}
        .chosen=${c}
        .at_s=${s}
        scrubbing
        @choose=${t=>e.choose(t.detail)}
        @scrub=${t=>e.scrub(t.detail)}
        @brush=${t=>e.brush(t.detail)}
      ></fr-timeline>
      <p class="muted small numbers" aria-live="off">
        ${s===null?y(`route.timelineHint`):_(s,this.services.site.zone,!0)}
      </p>`}#c(e){this.#e();let t=new he(this.services.api,e,this.services.site.zone);this.#e=t.subscribe(()=>this.requestUpdate()),this.store=t}#l(e){let{site:t}=this.services;return this.day||j(e.last_seen_s??t.now_s(),t.zone)}#u(e){let{store:t}=this;if(t===null)return;let n=t.step(e);n<=t.today(this.services.site.now_s())&&this.#d(n)}#d(e){e&&this.services.router.refine({day:e})}#f(){let{store:e}=this;e!==null&&(e.play(!e.state.playing),this.#n=performance.now(),e.state.playing&&(this.#t=requestAnimationFrame(e=>this.#p(e))))}#p(e){let{store:t}=this;t?.state.playing&&(t.advance((e-this.#n)/1e3),this.#n=e,this.#t=requestAnimationFrame(e=>this.#p(e)))}};D([P({attribute:!1})],K.prototype,`person`,void 0),D([P()],K.prototype,`day`,void 0),D([t()],K.prototype,`store`,void 0),K=D([g(`route-tab`)],K);var q=class extends k{constructor(){super(),N(this,()=>[this.store])}static{this.styles=[E,M,C`
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
    `]}render(){let e=J(this.store.state.looks,e=>j(e.frame_time_s,this.services.site.zone));return e.length===0?T`<fr-notice
        .icon=${p}
        heading=${y(`looks.none.title`)}
        text=${y(`looks.none.text`)}
      ></fr-notice>`:e.map(([e,t])=>T`<section>
          <h2>${this.#t(e)} <span class="muted small">${h(`looks.pictures`,t.length)}</span></h2>
          <div class="all">${t.map(e=>this.#e(e))}</div>
        </section>`)}#e(e){return T`<figure>
      <fr-picture .src=${z(e.has_picture?e.id:null)} alt=${A(e.camera)}></fr-picture>
      <figcaption>
        <span class="grow cut">${A(e.camera)}</span>
        <fr-menu
          label=${y(`action.moreFor`,{name:A(e.camera)})}
          .items=${[{label:y(`looks.feature`),action:()=>void this.#n(e)},{label:y(`looks.notThem`),danger:!0,action:()=>void this.#r(e)}]}
        ></fr-menu>
      </figcaption>
    </figure>`}#t(e){let{site:t}=this.services,n={today:y(`day.today`),yesterday:y(`day.yesterday`)};return O(e,t.now_s(),t.zone,`en`,n)}async#n(e){let{toasts:t}=this.services;try{t.done(y(`person.changed`),await this.store.change({feature_crop_id:e.id}))}catch(e){t.failed(e)}}async#r(e){let{toasts:t}=this.services;try{let n=await this.store.split([e.sighting_id]);t.done(h(`sightings.split`,1,{name:n.identity.label}),n.decision_ids)}catch(e){t.failed(e)}}};D([P({attribute:!1})],q.prototype,`store`,void 0),q=D([g(`looks-tab`)],q);function J(e,t){let n=new Map;for(let r of e){let e=t(r);n.set(e,[...n.get(e)??[],r])}return[...n].sort(([e],[t])=>t.localeCompare(e))}var Y=class extends i{constructor(...e){super(...e),this.people=[],this.count=1,this.wanted=``}static{this.styles=[E,M,S,C`
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
    `]}render(){let e=this.wanted.toLocaleLowerCase(),t=this.people.filter(t=>t.label.toLocaleLowerCase().includes(e));return T`<fr-dialog wide heading=${h(`sightings.moveTitle`,this.count)} @closed=${()=>this.#e(`closed`)}>
      <input
        type="search"
        autofocus
        placeholder=${y(`people.search`)}
        aria-label=${y(`people.search`)}
        @input=${e=>this.wanted=e.target.value}
      />
      <div class="all">
        ${t.map(e=>T`<button class="one" @click=${()=>this.#e(`picked`,e)}>
              <fr-picture .src=${z(e.crop_id)}></fr-picture>${e.label}
            </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};D([P({attribute:!1})],Y.prototype,`people`,void 0),D([P({type:Number})],Y.prototype,`count`,void 0),D([t()],Y.prototype,`wanted`,void 0),Y=D([g(`move-dialog`)],Y);var X=class extends k{constructor(){super(),this.moving=[],N(this,()=>[this.store])}static{this.styles=[E,M,b,C`
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
    `]}render(){let{sightings:e,sightingsCursor:t,selected:n}=this.store.state,{zone:i}=this.services.site;return e.length===0?T`<fr-notice
        .icon=${ee}
        heading=${y(`sightings.none.title`)}
        text=${y(`sightings.none.text`)}
      ></fr-notice>`:T`${J(e,e=>j(e.start_s,i)).map(([e,t])=>T`<section>
            <h2>${this.#r(e)} <span class="muted small">${h(`people.sightings`,t.length)}</span></h2>
            <div class="all">${t.map(e=>this.#e(e))}</div>
          </section>`)}
      ${t?T`<button @click=${()=>void this.store.moreSightings()}>${y(`action.more`)}</button>`:r}
      ${n.size?this.#t([...n]):r} ${this.#n()}`}#e(e){let{zone:t}=this.services.site,n=this.store.state.selected.has(e.id),i=_(e.start_s,t,!0);return T`<div class="one ${n?`selected`:``}">
      <button
        class="pick"
        role="checkbox"
        aria-checked=${n}
        aria-label=${y(`sightings.pick`,{camera:A(e.camera),time:i})}
        @click=${()=>this.store.toggle(e.id)}
      >
        <fr-picture .src=${z(e.crop_id)}></fr-picture>
      </button>
      <div class="words">
        <div class="grow">
          <strong class="cut">${A(e.camera)}</strong>
          <p class="muted small numbers cut">
            ${i} · ${se(e.last_seen_s-e.start_s)}
            ${e.firm?r:T`<span class="chip warn">${y(`band.unsure`)}</span>`}
          </p>
        </div>
        <fr-menu
          label=${y(`action.moreFor`,{name:i})}
          .items=${[{label:y(`sightings.moveTo`),action:()=>void this.#a([e.id])},{label:y(`sightings.splitOne`),action:()=>void this.#s([e.id])},{label:y(`sightings.splitFromHere`),action:()=>void this.#s(this.store.fromHereOn(e.id))},{label:y(`sightings.search`),action:()=>this.#i(e)}]}
        ></fr-menu>
      </div>
    </div>`}#t(e){return T`<div class="bar" role="toolbar" aria-label=${y(`people.selection`)}>
      <strong>${h(`people.selected`,e.length)}</strong>
      <button class="quiet" @click=${()=>void this.#a(e)}>
        <fr-icon path=${re}></fr-icon>${y(`sightings.moveTo`)}
      </button>
      <button class="quiet" @click=${()=>void this.#s(e)}>
        <fr-icon path=${m}></fr-icon>${y(`sightings.splitOff`)}
      </button>
      <button class="quiet icon" aria-label=${y(`people.clear`)} @click=${()=>this.store.clearSelection()}>
        <fr-icon path=${w}></fr-icon>
      </button>
    </div>`}#n(){return this.moving.length===0?r:T`<move-dialog
      .people=${this.store.state.others}
      .count=${this.moving.length}
      @closed=${()=>this.moving=[]}
      @picked=${e=>void this.#o(e.detail)}
    ></move-dialog>`}#r(e){let{site:t}=this.services,n={today:y(`day.today`),yesterday:y(`day.yesterday`)};return O(e,t.now_s(),t.zone,`en`,n)}#i(e){location.hash=l([`search`,`new`],{sighting:e.id})}async#a(e){await this.#c(()=>this.store.loadOthers()),this.moving=e}#o({id:e,label:t}){let{moving:n}=this;return this.moving=[],this.#c(async()=>{let r=await this.store.move(n,e);this.services.toasts.done(h(`sightings.moved`,n.length,{name:t}),r)})}#s(e){return this.#c(async()=>{let t=await this.store.split(e),n=h(`sightings.split`,e.length,{name:t.identity.label});this.services.toasts.done(n,t.decision_ids)})}async#c(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};D([P({attribute:!1})],X.prototype,`store`,void 0),D([t()],X.prototype,`moving`,void 0),X=D([g(`sightings-tab`)],X);function _e(e){let t=e.changes.filter(e=>e.subject===`tracklet`&&e.field===`identity_id`).length;switch(e.kind){case`assign`:return ve(e);case`merge`:return h(`decision.merge`,t);case`split`:return h(`decision.split`,t);case`rename`:return ye(e);case`hide`:case`expose`:return y(be(e)?`decision.${e.kind}`:`decision.${e.kind}Off`);default:return F(`decision.${e.kind}`,e.kind)}}function ve(e){let[t]=e.explanation.candidates??[],n=t?.probability,r=e.outcome===null?`hand`:e.outcome;return r===`accept`&&n!==void 0?y(`decision.assign.acceptSure`,{percent:xe(n)}):F(`decision.assign.${r}`,e.kind)}function ye(e){let t=e.changes.find(e=>e.field===`name`)?.after;return t?y(`decision.rename`,{name:String(t)}):y(`decision.renameOff`)}function be(e){return e.changes.some(e=>e.after===!0)}function xe(e){let t=Math.min(99.9,100*e);return t>=99?t.toFixed(1):t.toFixed(0)}var Z=class extends k{constructor(){super(),N(this,()=>[this.store])}static{this.styles=[E,M,b,C`
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
    `]}render(){let{decisions:e,decisionsCursor:t}=this.store.state,{site:n}=this.services;if(e.length===0)return T`<fr-notice
        .icon=${de}
        heading=${y(`history.none.title`)}
        text=${y(`history.none.text`)}
      ></fr-notice>`;let i={today:y(`day.today`),yesterday:y(`day.yesterday`)};return T`${J(e,e=>j(e.at_s,n.zone)).map(([e,t])=>T`<section>
            <h2>${O(e,n.now_s(),n.zone,`en`,i)}</h2>
            <ol>${t.map(e=>this.#e(e))}</ol>
          </section>`)}
      ${t?T`<button @click=${()=>void this.store.moreDecisions()}>${y(`action.more`)}</button>`:r}`}#e(e){let t=e.actor!==`system`;return T`<li class=${e.undone?`undone`:``}>
      <time class="numbers">${_(e.at_s,this.services.site.zone,!0)}</time>
      <div class="grow">
        <p>${_e(e)}</p>
      </div>
      <span class="chip ${t?`accent`:``}">${y(t?`history.user`:`history.system`)}</span>
      ${e.undone?T`<span class="chip">${y(`history.undone`)}</span>`:T`<button class="quiet" @click=${()=>void this.#t(e)}>
            <fr-icon path=${ce}></fr-icon>${y(`action.undo`)}
          </button>`}
    </li>`}async#t(e){let{toasts:t}=this.services;try{t.done(y(`undo.done`),await this.store.undo(e.id))}catch(e){t.failed(e)}}};D([P({attribute:!1})],Z.prototype,`store`,void 0),Z=D([g(`history-tab`)],Z);var Se=class extends d{constructor(e,t){super({phase:`loading`,error:null,person:null,looks:[],sightings:[],sightingsCursor:null,decisions:[],decisionsCursor:null,others:[],selected:new Set}),this.api=e,this.identityId=t}async load(){try{let e=await this.api.get(this.#a());this.set({phase:`ready`,error:null,person:e}),await Promise.all([this.#e(),this.#t(),this.#n()])}catch(e){this.set({phase:`error`,error:o(e)})}}async loadOthers(){let e=await this.api.get(`identities`,{limit:200});this.set({others:e.items.filter(e=>e.id!==this.state.person?.id)})}async moreSightings(){let e=await this.#r(this.state.sightingsCursor);this.set({sightings:[...this.state.sightings,...e.items],sightingsCursor:e.cursor})}async moreDecisions(){let e=await this.#i(this.state.decisionsCursor);this.set({decisions:[...this.state.decisions,...e.items],decisionsCursor:e.cursor})}async change(e){let t=await this.api.patch(this.#a(),e);return await this.load(),t.decision_ids}async forget(){await this.api.delete(this.#a())}toggle(e){let t=new Set(this.state.selected);t.delete(e)||t.add(e),this.set({selected:t})}clearSelection(){this.set({selected:new Set})}async split(e){let t=`${this.#a()}/split`,n=await this.api.post(t,{sightings:e});return this.clearSelection(),await this.load(),n}async move(e,t){let n=[];try{for(let r of e){let e=`sightings/${encodeURIComponent(r)}/assign`,i=await this.api.post(e,{identity_id:t});n.push(...i.decision_ids)}}finally{this.clearSelection(),await this.load()}return n}fromHereOn(e){let t=this.state.sightings.find(t=>t.id===e);return t===void 0?[]:this.state.sightings.filter(e=>e.start_s>=t.start_s).map(e=>e.id)}async undo(e){let t=`decisions/${encodeURIComponent(e)}/undo`,n=await this.api.post(t);return await this.load(),n.decision_ids}async#e(){let e=await this.api.get(`${this.#a()}/templates`,{limit:24});this.set({looks:e.crops})}async#t(){let e=await this.#r(null);this.set({sightings:e.items,sightingsCursor:e.cursor})}async#n(){let e=await this.#i(null);this.set({decisions:e.items,decisionsCursor:e.cursor})}#r(e){return this.api.get(`${this.#a()}/sightings`,{cursor:e,limit:48})}#i(e){return this.api.get(`${this.#a()}/history`,{cursor:e,limit:50})}#a(){return`identities/${encodeURIComponent(this.identityId)}`}},Q=[`route`,`sightings`,`looks`,`history`],$=class extends k{#e;#t;constructor(){super(),this.identityId=``,this.store=null,this.#e=[],this.#t=0,N(this,()=>[this.services.router]),new I(this,()=>({u:()=>void this.services.toasts.undoLast(y(`undo.done`)),Escape:()=>this.services.router.go([`people`])}))}static{this.styles=[E,M,L,C`
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
    `]}willUpdate(e){if(!e.has(`identityId`))return;this.#o();let t=new Se(this.services.api,this.identityId),{live:n,toasts:r}=this.services;this.#e=[t.subscribe(()=>this.requestUpdate()),n.subscribe(({topic:e})=>e!==`health`&&this.#a()),n.onState(e=>e&&void t.load()),r.onUndone(()=>void t.load())],this.store=t,t.load()}disconnectedCallback(){super.disconnectedCallback(),this.#o()}render(){let{store:e}=this;return e===null?T``:T`<a class="button quiet back" href="#/people">
        <fr-icon path=${v}></fr-icon>${y(`people.title`)}
      </a>
      ${this.#n(e)}`}#n(e){let{phase:t,person:n,error:r}=e.state;if(t===`loading`)return R(1,`head`).concat(R(1,`body`));if(n===null)return r?.isNotFound?T`<fr-notice
          .icon=${le}
          heading=${y(`person.gone`)}
          text=${r.message}
        ></fr-notice>`:T`<fr-notice .error=${r} @again=${()=>void e.load()}></fr-notice>`;let i=this.#i();return T`<person-header .store=${e}></person-header>
      <fr-tabs
        .tabs=${Q.map(e=>({name:e,label:y(`person.tab.${e}`)}))}
        .current=${i}
        @chosen=${e=>this.services.router.refine({tab:e.detail===`route`?null:e.detail})}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${y(`person.tab.${i}`)}>${this.#r(i,e)}</div>`}#r(e,t){let{router:n}=this.services;switch(e){case`route`:return T`<route-tab
          .person=${t.state.person}
          .day=${n.state.place.params.get(`day`)??``}
        ></route-tab>`;case`sightings`:return T`<sightings-tab .store=${t}></sightings-tab>`;case`looks`:return T`<looks-tab .store=${t}></looks-tab>`;case`history`:return T`<history-tab .store=${t}></history-tab>`}}#i(){let e=this.services.router.state.place.params.get(`tab`);return Q.find(t=>t===e)??`route`}#a(){clearTimeout(this.#t),this.#t=window.setTimeout(()=>void this.store?.load(),600)}#o(){clearTimeout(this.#t);for(let e of this.#e)e();this.#e=[]}};D([P()],$.prototype,`identityId`,void 0),D([t()],$.prototype,`store`,void 0),$=D([g(`person-page`)],$);export{$ as PersonPage};