import{Bt as e,C as t,Dt as n,E as r,Et as i,It as a,J as o,Kt as s,Lt as c,M as l,Mt as u,N as d,Ot as f,Pt as p,Qt as m,Rt as h,St as ee,Tt as g,Ut as _,V as te,Vt as v,X as y,Yt as b,Z as ne,a as x,at as S,b as re,c as C,ct as ie,d as ae,dt as w,f as T,ft as E,g as D,h as O,j as oe,l as k,lt as A,m as j,o as se,q as ce,r as le,s as M,t as ue,ut as de,v as fe,x as pe,zt as N}from"./words-BNtJ4LZz.js";import{t as P}from"./keys-BtAWeeJP.js";import{i as F,r as I,t as L}from"./fr-picture--T81PWeK.js";import{c as R}from"./index-Cg8RlJ2c.js";import"./fr-dialog-BIs4G8_2.js";import"./fr-menu-CcTJ7fMD.js";import"./save-BkJcNu3i.js";import"./name-editor-DDwlOtG4.js";import{i as z,n as me,r as he,t as ge}from"./export-button-DeQGiVAx.js";import{t as _e}from"./places-BnEeg5QM.js";import"./fr-timeline-B6rvosO8.js";import"./fr-plan-BOTDKP5X.js";import"./fr-clip-BXsWIrwC.js";import{t as ve}from"./decision-words-YDPqe4GS.js";import"./fr-tabs-lbZlkUGG.js";var B=class extends e{constructor(...e){super(...e),this.looks=[],this.current=null}static{this.styles=[g,i,s`
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
    `]}render(){return _`<fr-dialog wide heading=${p(`person.choosePhoto`)} @closed=${()=>this.#e(`closed`)}>
      <div class="all">
        ${this.looks.filter(e=>e.has_picture).map(e=>_`<button
                class="one"
                aria-pressed=${e.id===this.current}
                aria-label=${p(`person.photoFrom`,{camera:x(e.camera)})}
                @click=${()=>this.#e(`picked`,e.id)}
              >
                <fr-picture .src=${L(e.id)}></fr-picture>
              </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};D([h({attribute:!1})],B.prototype,`looks`,void 0),D([h()],B.prototype,`current`,void 0),B=D([N(`feature-picker`)],B);var V=class extends O{constructor(){super(),this.open=`none`,u(this,()=>[this.store])}static{this.styles=[g,i,n,f,s`
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
    `]}render(){let e=this.store.state.person;return e===null?v:_`<div class="head">
        <button class="photo" @click=${()=>this.open=`feature`}>
          <fr-picture .src=${L(e.crop_id)} alt=${e.label}></fr-picture>
          <span>${p(`person.choosePhoto`)}</span>
        </button>
        <div class="who">
          ${this.open===`name`?this.#t(e):this.#e(e)}
          <p class="muted">${this.#n(e)}</p>
          <p class="row wrap">
            ${e.on_site?_`<span class="chip good">${p(`people.here`)}</span>`:v}
            <span class="chip">${a(`people.sightings`,e.sightings)}</span>
            ${e.words?_`<span class="chip">${e.words}</span>`:v}
            ${e.hidden?_`<span class="chip warn">${p(`people.hidden`)}</span>`:v}
            ${e.redirected_from?_`<span class="chip">${p(`person.redirected`)}</span>`:v}
          </p>
          <div class="sets">
            <fr-switch
              .checked=${e.exposed}
              label=${p(`person.exposed`)}
              @changed=${e=>void this.#i({exposed:e.detail})}
            ></fr-switch>
          </div>
        </div>
        <div class="does">
          <a class="button" href=${R([`search`,`new`],{identity:e.id})}>
            <fr-icon path=${pe}></fr-icon>${p(`person.searchMore`)}
          </a>
          <fr-menu
            label=${p(`action.moreFor`,{name:e.label})}
            .items=${[{label:p(`people.rename`),icon:w,action:()=>this.open=`name`},{label:e.hidden?p(`people.show`):p(`people.hide`),icon:e.hidden?o:ce,action:()=>void this.#i({hidden:!e.hidden})},{label:p(`people.delete`),icon:te,danger:!0,action:()=>this.open=`forget`}]}
          ></fr-menu>
        </div>
      </div>
      ${this.#r(e)}`}#e(e){return _`<h1>
      <span class="cut">${e.label}</span>
      <button
        class="quiet icon"
        aria-label=${p(`people.renameOf`,{name:e.label})}
        @click=${()=>this.open=`name`}
      >
        <fr-icon path=${w}></fr-icon>
      </button>
    </h1>`}#t(e){return _`<name-editor
      .value=${e.name??``}
      label=${p(`people.nameOf`,{name:e.label})}
      @cancelled=${()=>this.open=`none`}
      @named=${e=>{this.open=`none`,this.#i({name:e.detail||null})}}
    ></name-editor>`}#n(e){if(e.last_seen_s===null||e.last_camera===null)return p(`people.never`);let t=this.services.site.now_s()-e.last_seen_s,n=e.on_site?p(`people.now`):le(t);return p(`person.lastSeen`,{camera:x(e.last_camera),when:n})}#r(e){return this.open===`feature`?_`<feature-picker
        .looks=${this.store.state.looks}
        .current=${e.crop_id}
        @closed=${()=>this.open=`none`}
        @picked=${e=>{this.open=`none`,this.#i({feature_crop_id:e.detail})}}
      ></feature-picker>`:this.open===`forget`?_`<fr-dialog heading=${a(`forget.title`,1)} @closed=${()=>this.open=`none`}>
      <p>${p(`forget.text`,{names:e.label})}</p>
      <button slot="actions" @click=${()=>this.open=`none`}>${p(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#a()}>
        ${p(`forget.do`)}
      </button>
    </fr-dialog>`:v}async#i(e){let{toasts:t}=this.services;try{t.done(p(`person.changed`),await this.store.change(e))}catch(e){t.failed(e)}}async#a(){let{toasts:e,router:t}=this.services;try{await this.store.forget(),e.done(a(`forget.done`,1)),t.go([`people`])}catch(t){e.failed(t)}}};D([h({attribute:!1})],V.prototype,`store`,void 0),D([c()],V.prototype,`open`,void 0),V=D([N(`person-header`)],V);var H=class extends e{constructor(...e){super(...e),this.legs=[],this.gaps=[],this.offset=0,this.confirmed=!1,this.chosen=``}static{this.styles=[g,n,s`
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
    `]}render(){return _`<ol aria-label=${p(`route.legs`)}>
      ${this.legs.map((e,t)=>this.#e(e,t))}
    </ol>`}#e(e,t){let n=t>0?this.gaps[this.offset+t-1]:void 0;return _`<li class=${e.sighting_id===this.chosen?`chosen`:``}>
      ${n?_`<p class="gap ${n.seconds>300?`long`:``}">${se(n.seconds)}</p>`:v}
      <button
        aria-current=${e.sighting_id===this.chosen}
        @click=${()=>this.dispatchEvent(new CustomEvent(`choose`,{detail:e.sighting_id}))}
      >
        <span class="number">${this.offset+t+1}</span>
        <span>
          <strong>${x(e.camera)}</strong>
          <span class="muted small numbers"
            ><br />${M(e.start_s,this.zone,!0)} · ${k(e.end_s-e.start_s)}</span
          >
          ${this.#t(e)}
        </span>
        <fr-picture .src=${L(e.crop_id)}></fr-picture>
      </button>
    </li>`}#t(e){if(this.confirmed)return _`<span class="chip good">${p(`band.confirmed`)}</span>`;let t=e.firm?p(`band.likely`):p(`band.unsure`);return _`<span class="chip ${e.firm?``:`warn`}">${t}</span>`}};D([h({attribute:!1})],H.prototype,`legs`,void 0),D([h({attribute:!1})],H.prototype,`gaps`,void 0),D([h({type:Number})],H.prototype,`offset`,void 0),D([h({type:Boolean})],H.prototype,`confirmed`,void 0),D([h()],H.prototype,`chosen`,void 0),D([h({attribute:!1})],H.prototype,`zone`,void 0),H=D([N(`leg-list`)],H);var U=class extends O{constructor(...e){super(...e),this.previous=null,this.identityId=``,this.sighting=null,this.earlier=null,this.explanation=null,this.playing=!1,this.problem=``}static{this.styles=[g,i,s`
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
    `]}willUpdate(e){let t=e.get(`leg`);e.has(`leg`)&&t?.sighting_id!==this.leg.sighting_id&&this.#e()}render(){let{previous:e,leg:t,explanation:n}=this;return _`<section class="card">
      <div class="head">
        <h2 class="grow">
          ${e?p(`leg.between`,{a:x(e.camera),b:x(t.camera)}):x(t.camera)}
        </h2>
        <button class="quiet" @click=${()=>this.playing=!this.playing}>
          <fr-icon path=${E}></fr-icon>${p(`leg.clip`)}
        </button>
      </div>
      ${this.playing?_`<fr-clip .sightingId=${t.sighting_id}></fr-clip>`:v}
      <evidence-view
        .first=${this.earlier}
        .second=${this.sighting}
        .terms=${n?.terms??[]}
        conclusion=${n?.conclusion??``}
      ></evidence-view>
      ${this.problem?_`<p class="muted">${this.problem}</p>`:v}
      ${e?_`<div class="answers">
            <button @click=${()=>void this.#t()}>${p(`answer.same`)}</button>
            <button @click=${()=>void this.#n()}>${p(`answer.different`)}</button>
            <a class="button quiet" href="#/settings?why=${encodeURIComponent(e.sighting_id)},${encodeURIComponent(t.sighting_id)}">
              <fr-icon path=${A}></fr-icon>${p(`leg.why`)}
            </a>
          </div>`:v}
    </section>`}async#e(){let{leg:e,previous:t}=this,{api:n}=this.services;this.playing=!1,this.problem=``;let r=e=>n.get(`sightings/${encodeURIComponent(e)}`);try{let[i,a,o]=await Promise.all([r(e.sighting_id),t?r(t.sighting_id):null,t?n.post(`explain`,{a:t.sighting_id,b:e.sighting_id}):null]);if(this.leg!==e&&this.leg.sighting_id!==e.sighting_id)return;Object.assign(this,{sighting:i,earlier:a,explanation:o})}catch(e){this.problem=m(e).message}}async#t(){let{api:e,toasts:t}=this.services;try{let n=`sightings/${encodeURIComponent(this.leg.sighting_id)}/assign`,r=await e.post(n,{identity_id:this.identityId});t.done(p(`leg.sameDone`),r.decision_ids)}catch(e){t.failed(e)}}async#n(){let{api:e,toasts:t}=this.services;try{let n=`identities/${encodeURIComponent(this.identityId)}/split`,r=await e.post(n,{sightings:[this.leg.sighting_id]});t.done(a(`sightings.split`,1,{name:r.identity.label}),r.decision_ids)}catch(e){t.failed(e)}}};D([h({attribute:!1})],U.prototype,`leg`,void 0),D([h({attribute:!1})],U.prototype,`previous`,void 0),D([h()],U.prototype,`identityId`,void 0),D([c()],U.prototype,`sighting`,void 0),D([c()],U.prototype,`earlier`,void 0),D([c()],U.prototype,`explanation`,void 0),D([c()],U.prototype,`playing`,void 0),D([c()],U.prototype,`problem`,void 0),U=D([N(`leg-detail`)],U);var ye=4,W=8,be=class extends b{constructor(e,t,n){super({phase:`loading`,error:null,day:``,route:null,plan:null,cameras:[],trails:new Map,chosen:``,range:null,at_s:null,playing:!1}),this.api=e,this.identityId=t,this.zone=n}async load(e){let t=e!==this.state.day;t&&this.set({day:e,phase:`loading`,range:null,at_s:null,playing:!1});let[n,r]=j(e,this.zone);try{let i=`identities/${encodeURIComponent(this.identityId)}/route`,a=await this.api.get(i,{from:n,to:r});if(this.state.day!==e)return;this.set({phase:`ready`,error:null,route:a}),t&&this.set({chosen:a.legs[0]?.sighting_id??``}),await this.#t(a)}catch(t){this.state.day===e&&this.set({phase:`error`,error:m(t)})}}step(e){return ae(this.state.day,e)}today(e){return T(e,this.zone)}choose(e){this.set({chosen:e})}brush(e){this.set({range:e})}scrub(e){this.set({at_s:e,playing:!1,...this.#e(e)})}play(e){let t=this.legs[0];if(t===void 0)return;let n=this.legs.at(-1)?.end_s??t.end_s,{at_s:r}=this.state,i=r===null||r>=n?t.start_s:r;this.set({playing:e,at_s:i})}advance(e){let{at_s:t,playing:n}=this.state;if(!n||t===null)return;let r=this.legs.find(e=>e.end_s>t);if(r===void 0){this.set({playing:!1});return}let i=r.start_s-t,a=i>32?i/ye:W,o=t+e*(i>0?a:W),s=i>0?Math.min(o,r.start_s+.001):Math.min(o,r.end_s);this.set({at_s:s,...this.#e(s)})}get legs(){let{route:e,range:t}=this.state,n=e?.legs??[];return t===null?n:n.filter(e=>e.end_s>=t[0]&&e.start_s<=t[1])}#e(e){let t=this.legs.findLast(t=>t.start_s<=e);return t?{chosen:t.sighting_id}:{}}async#t(e){try{let{items:t}=await this.api.get(`cameras`);this.set({cameras:t.map(e=>e.name)});let n=await this.api.get(`plan`);this.set({plan:n});let r=e.legs.slice(-50).map(e=>e.sighting_id);if(n.placements.length===0||r.length===0)return;let i=await this.api.get(`plan/trail`,{sighting_id:r});this.set({trails:new Map(i.items.map(e=>[e.sighting_id,e]))})}catch{}}},G=[g,i,f,F,s`
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
  `],K=class extends O{#e;#t;#n;constructor(){super(),this.person=null,this.day=``,this.store=null,this.#e=()=>void 0,this.#t=0,this.#n=0,new P(this,()=>({" ":()=>this.#f(),ArrowLeft:()=>this.#u(-1),ArrowRight:()=>this.#u(1)}))}static{this.styles=G}willUpdate(e){let{person:t}=this;if(t===null)return;let n=e.get(`person`);(this.store===null||n&&n.id!==t.id)&&this.#c(t.id),(e.has(`person`)||e.has(`day`))&&this.store?.load(this.#l(t))}disconnectedCallback(){super.disconnectedCallback(),this.#e(),cancelAnimationFrame(this.#t),this.store=null}render(){let{store:e}=this;return e===null?v:_`<div class="bar">
        ${this.#r(e)}
        <span class="grow"></span>
        ${e.legs.length?_`<button @click=${()=>this.#f()}>
                <fr-icon path=${e.state.playing?de:E}></fr-icon>
                ${e.state.playing?p(`route.pause`):p(`route.play`)}
              </button>
              <export-button
                .request=${{identity_id:this.person?.id,from_s:e.state.range?.[0]??e.state.route?.from_s,to_s:e.state.range?.[1]??e.state.route?.to_s}}
              ></export-button>`:v}
      </div>
      ${this.#i(e)}`}#r(e){let{site:t}=this.services,n={today:p(`day.today`),yesterday:p(`day.yesterday`)},r=e.state.day||this.day,i=r>=e.today(t.now_s());return _`<div class="row">
      <button class="icon" aria-label=${p(`day.before`)} @click=${()=>this.#u(-1)}>
        <fr-icon path=${oe}></fr-icon>
      </button>
      <label class="date"
        ><strong>${r?C(r,t.now_s(),t.zone,`en`,n):``}</strong>
        <input
          type="date"
          aria-label=${p(`day.choose`)}
          .value=${r}
          max=${e.today(t.now_s())}
          @change=${e=>this.#d(e.target.value)}
      /></label>
      <button class="icon" aria-label=${p(`day.after`)} ?disabled=${i} @click=${()=>this.#u(1)}>
        <fr-icon path=${l}></fr-icon>
      </button>
    </div>`}#i(e){let{phase:t,error:n,route:r}=e.state;return t===`loading`?I(1,`bones`):t===`error`&&r===null?_`<fr-notice .error=${n} @again=${()=>void e.load(e.state.day)}></fr-notice>`:r?.legs.length?this.#a(e):_`<fr-notice
        .icon=${S}
        heading=${p(`route.none.title`)}
        text=${p(`route.none.text`)}
      ></fr-notice>`}#a(e){let{legs:t}=e,{chosen:n,route:r}=e.state,i=r?.legs??[],a=Math.max(0,i.findIndex(e=>e===t[0])),o=i.find(e=>e.sighting_id===n);return _`<div class="two">
      <div class="stack drawn">
        ${this.#o(e,a)}
        <div class="card">${this.#s(e)}</div>
      </div>
      <leg-list
        .legs=${t}
        .gaps=${r?.gaps??[]}
        .offset=${a}
        .chosen=${n}
        .zone=${this.services.site.zone}
        @choose=${t=>e.choose(t.detail)}
      ></leg-list>
      ${o?_`<leg-detail
            .leg=${o}
            .previous=${i[i.indexOf(o)-1]??null}
            .identityId=${this.person?.id??``}
          ></leg-detail>`:v}
    </div>`}#o(e,t){let{legs:n}=e,{chosen:r,trails:i,plan:a,at_s:o,route:s,cameras:c}=e.state,l=s?.legs.map(e=>e.camera)??[],u=_e(a,[...new Set([...c,...l])]),d=z(a,u.floor?.id??null,n),f=me(n,s?.gaps.slice(t)??[],u.at,d),m={layout:f,trails:i,chosen:r,walker:o===null?null:he(f,o),onStop:t=>e.choose(t)};return _`<fr-plan
      .places=${u}
      .unplaced=${f.unplaced}
      label=${p(`route.planLabel`,{name:this.person?.label??``,n:n.length})}
      .layer=${e=>ge(m,e)}
    ></fr-plan>`}#s(e){let t=e.state.route?.legs??[],n=[...new Set(t.map(e=>e.camera))],r=t[0]?.start_s??0,i=t.at(-1)?.end_s??1,a=Math.max(10,(i-r)*.02),o=n.map(e=>({label:x(e),bars:t.filter(t=>t.camera===e).map(e=>({id:e.sighting_id,from_s:e.start_s,to_s:e.end_s,style:e.certainty===`unsure`?`dashed`:`solid`,label:p(`band.${e.certainty}`)}))})),{at_s:s,chosen:c}=e.state;return _`<fr-timeline
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
        ${s===null?p(`route.timelineHint`):M(s,this.services.site.zone,!0)}
      </p>`}#c(e){this.#e();let t=new be(this.services.api,e,this.services.site.zone);this.#e=t.subscribe(()=>this.requestUpdate()),this.store=t}#l(e){let{site:t}=this.services;return this.day||T(e.last_seen_s??t.now_s(),t.zone)}#u(e){let{store:t}=this;if(t===null)return;let n=t.step(e);n<=t.today(this.services.site.now_s())&&this.#d(n)}#d(e){e&&this.services.router.refine({day:e})}#f(){let{store:e}=this;e!==null&&(e.play(!e.state.playing),this.#n=performance.now(),e.state.playing&&(this.#t=requestAnimationFrame(e=>this.#p(e))))}#p(e){let{store:t}=this;t?.state.playing&&(t.advance((e-this.#n)/1e3),this.#n=e,this.#t=requestAnimationFrame(e=>this.#p(e)))}};D([h({attribute:!1})],K.prototype,`person`,void 0),D([h()],K.prototype,`day`,void 0),D([c()],K.prototype,`store`,void 0),K=D([N(`route-tab`)],K);var q=class extends O{constructor(){super(),u(this,()=>[this.store])}static{this.styles=[g,i,s`
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
    `]}render(){let e=J(this.store.state.looks,e=>T(e.frame_time_s,this.services.site.zone));return e.length===0?_`<fr-notice
        .icon=${y}
        heading=${p(`looks.none.title`)}
        text=${p(`looks.none.text`)}
      ></fr-notice>`:e.map(([e,t])=>_`<section>
          <div class="row">
            <h2>${this.#t(e)} <span class="muted small">${a(`looks.pictures`,t.length)}</span></h2>
            <span class="grow"></span>
            <button class="quiet" @click=${()=>void this.#r(t)}>
              <fr-icon path=${y}></fr-icon>${p(`looks.remove`)}
            </button>
          </div>
          <div class="all">${t.map(e=>this.#e(e))}</div>
        </section>`)}#e(e){return _`<figure>
      <fr-picture .src=${L(e.has_picture?e.id:null)} alt=${x(e.camera)}></fr-picture>
      <figcaption>
        <span class="grow cut">${x(e.camera)}</span>
        <fr-menu
          label=${p(`action.moreFor`,{name:x(e.camera)})}
          .items=${[{label:p(`looks.feature`),action:()=>void this.#n(e)},{label:p(`looks.bad`),action:()=>void this.#i(e)},{label:p(`looks.notThem`),danger:!0,action:()=>void this.#o(e)}]}
        ></fr-menu>
      </figcaption>
    </figure>`}#t(e){let{site:t}=this.services,n={today:p(`day.today`),yesterday:p(`day.yesterday`)};return C(e,t.now_s(),t.zone,`en`,n)}async#n(e){let{toasts:t}=this.services;try{t.done(p(`person.changed`),await this.store.change({feature_crop_id:e.id}))}catch(e){t.failed(e)}}#r(e){return this.#a(()=>this.store.removeLooks(e.map(e=>e.sighting_id)))}#i(e){return this.#a(()=>this.store.callBad([e.id]))}async#a(e){let{toasts:t}=this.services;try{let n=await e();t.done(a(`looks.removed`,n.length),n)}catch(e){t.failed(e)}}async#o(e){let{toasts:t}=this.services;try{let n=await this.store.split([e.sighting_id]);t.done(a(`sightings.split`,1,{name:n.identity.label}),n.decision_ids)}catch(e){t.failed(e)}}};D([h({attribute:!1})],q.prototype,`store`,void 0),q=D([N(`looks-tab`)],q);function J(e,t){let n=new Map;for(let r of e){let e=t(r);n.set(e,[...n.get(e)??[],r])}return[...n].sort(([e],[t])=>t.localeCompare(e))}var Y=class extends e{constructor(...e){super(...e),this.people=[],this.count=1,this.wanted=``}static{this.styles=[g,i,f,s`
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
    `]}render(){let e=this.wanted.toLocaleLowerCase(),t=this.people.filter(t=>t.label.toLocaleLowerCase().includes(e));return _`<fr-dialog wide heading=${a(`sightings.moveTitle`,this.count)} @closed=${()=>this.#e(`closed`)}>
      <input
        type="search"
        autofocus
        placeholder=${p(`people.search`)}
        aria-label=${p(`people.search`)}
        @input=${e=>this.wanted=e.target.value}
      />
      <div class="all">
        ${t.map(e=>_`<button class="one" @click=${()=>this.#e(`picked`,e)}>
              <fr-picture .src=${L(e.crop_id)}></fr-picture>${e.label}
            </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};D([h({attribute:!1})],Y.prototype,`people`,void 0),D([h({type:Number})],Y.prototype,`count`,void 0),D([c()],Y.prototype,`wanted`,void 0),Y=D([N(`move-dialog`)],Y);var X=class extends O{constructor(){super(),this.moving=[],u(this,()=>[this.store])}static{this.styles=[g,i,n,s`
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
    `]}render(){let{sightings:e,sightingsCursor:t,selected:n}=this.store.state,{zone:r}=this.services.site;return e.length===0?_`<fr-notice
        .icon=${ie}
        heading=${p(`sightings.none.title`)}
        text=${p(`sightings.none.text`)}
      ></fr-notice>`:_`${J(e,e=>T(e.start_s,r)).map(([e,t])=>_`<section>
            <h2>${this.#r(e)} <span class="muted small">${a(`people.sightings`,t.length)}</span></h2>
            <div class="all">${t.map(e=>this.#e(e))}</div>
          </section>`)}
      ${t?_`<button @click=${()=>void this.store.moreSightings()}>${p(`action.more`)}</button>`:v}
      ${n.size?this.#t([...n]):v} ${this.#n()}`}#e(e){let{zone:t}=this.services.site,n=this.store.state.selected.has(e.id),r=M(e.start_s,t,!0);return _`<div class="one ${n?`selected`:``}">
      <button
        class="pick"
        role="checkbox"
        aria-checked=${n}
        aria-label=${p(`sightings.pick`,{camera:x(e.camera),time:r})}
        @click=${()=>this.store.toggle(e.id)}
      >
        <fr-picture .src=${L(e.crop_id)}></fr-picture>
      </button>
      <div class="words">
        <div class="grow">
          <strong class="cut">${x(e.camera)}</strong>
          <p class="muted small numbers cut">
            ${r} · ${k(e.last_seen_s-e.start_s)}
            ${e.firm?v:_`<span class="chip warn">${p(`band.unsure`)}</span>`}
          </p>
        </div>
        <fr-menu
          label=${p(`action.moreFor`,{name:r})}
          .items=${[{label:p(`sightings.moveTo`),action:()=>void this.#a([e.id])},{label:p(`sightings.splitOne`),action:()=>void this.#s([e.id])},{label:p(`sightings.splitFromHere`),action:()=>void this.#s(this.store.fromHereOn(e.id))},{label:p(`sightings.search`),action:()=>this.#i(e)}]}
        ></fr-menu>
      </div>
    </div>`}#t(e){return _`<div class="bar" role="toolbar" aria-label=${p(`people.selection`)}>
      <strong>${a(`people.selected`,e.length)}</strong>
      <button class="quiet" @click=${()=>void this.#a(e)}>
        <fr-icon path=${fe}></fr-icon>${p(`sightings.moveTo`)}
      </button>
      <button class="quiet" @click=${()=>void this.#s(e)}>
        <fr-icon path=${r}></fr-icon>${p(`sightings.splitOff`)}
      </button>
      <button class="quiet icon" aria-label=${p(`people.clear`)} @click=${()=>this.store.clearSelection()}>
        <fr-icon path=${d}></fr-icon>
      </button>
    </div>`}#n(){return this.moving.length===0?v:_`<move-dialog
      .people=${this.store.state.others}
      .count=${this.moving.length}
      @closed=${()=>this.moving=[]}
      @picked=${e=>void this.#o(e.detail)}
    ></move-dialog>`}#r(e){let{site:t}=this.services,n={today:p(`day.today`),yesterday:p(`day.yesterday`)};return C(e,t.now_s(),t.zone,`en`,n)}#i(e){location.hash=R([`search`,`new`],{sighting:e.id})}async#a(e){await this.#c(()=>this.store.loadOthers()),this.moving=e}#o({id:e,label:t}){let{moving:n}=this;return this.moving=[],this.#c(async()=>{let r=await this.store.move(n,e);this.services.toasts.done(a(`sightings.moved`,n.length,{name:t}),r)})}#s(e){return this.#c(async()=>{let t=await this.store.split(e),n=a(`sightings.split`,e.length,{name:t.identity.label});this.services.toasts.done(n,t.decision_ids)})}async#c(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};D([h({attribute:!1})],X.prototype,`store`,void 0),D([c()],X.prototype,`moving`,void 0),X=D([N(`sightings-tab`)],X);var Z=class extends O{constructor(){super(),u(this,()=>[this.store])}static{this.styles=[g,i,n,s`
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
    `]}render(){let{decisions:e,decisionsCursor:t}=this.store.state,{site:n}=this.services;if(e.length===0)return _`<fr-notice
        .icon=${ne}
        heading=${p(`history.none.title`)}
        text=${p(`history.none.text`)}
      ></fr-notice>`;let r={today:p(`day.today`),yesterday:p(`day.yesterday`)};return _`${J(e,e=>T(e.at_s,n.zone)).map(([e,t])=>_`<section>
            <h2>${C(e,n.now_s(),n.zone,`en`,r)}</h2>
            <ol>${t.map(e=>this.#e(e))}</ol>
          </section>`)}
      ${t?_`<button @click=${()=>void this.store.moreDecisions()}>${p(`action.more`)}</button>`:v}`}#e(e){let t=e.actor!==`system`;return _`<li class=${e.undone?`undone`:``}>
      <time class="numbers">${M(e.at_s,this.services.site.zone,!0)}</time>
      <div class="grow">
        <p>${ve(e)}</p>
      </div>
      <span class="chip ${t?`accent`:``}">${ue(e.actor)}</span>
      ${e.undone?_`<span class="chip">${p(`history.undone`)}</span>`:_`<button class="quiet" @click=${()=>void this.#t(e)}>
            <fr-icon path=${ee}></fr-icon>${p(`action.undo`)}
          </button>`}
    </li>`}async#t(e){let{toasts:t}=this.services;try{t.done(p(`undo.done`),await this.store.undo(e.id))}catch(e){t.failed(e)}}};D([h({attribute:!1})],Z.prototype,`store`,void 0),Z=D([N(`history-tab`)],Z);var xe=class extends b{constructor(e,t){super({phase:`loading`,error:null,person:null,looks:[],sightings:[],sightingsCursor:null,decisions:[],decisionsCursor:null,others:[],selected:new Set}),this.api=e,this.identityId=t}async load(){try{let e=await this.api.get(this.#a());this.set({phase:`ready`,error:null,person:e}),await Promise.all([this.#e(),this.#t(),this.#n()])}catch(e){this.set({phase:`error`,error:m(e)})}}async loadOthers(){let e=await this.api.get(`identities`,{limit:200});this.set({others:e.items.filter(e=>e.id!==this.state.person?.id)})}async moreSightings(){let e=await this.#r(this.state.sightingsCursor);this.set({sightings:[...this.state.sightings,...e.items],sightingsCursor:e.cursor})}async moreDecisions(){let e=await this.#i(this.state.decisionsCursor);this.set({decisions:[...this.state.decisions,...e.items],decisionsCursor:e.cursor})}async change(e){let t=await this.api.patch(this.#a(),e);return await this.load(),t.decision_ids}async forget(){await this.api.delete(this.#a())}toggle(e){let t=new Set(this.state.selected);t.delete(e)||t.add(e),this.set({selected:t})}clearSelection(){this.set({selected:new Set})}async split(e){let t=`${this.#a()}/split`,n=await this.api.post(t,{sightings:e});return this.clearSelection(),await this.load(),n}async move(e,t){let n=[];try{for(let r of e){let e=`sightings/${encodeURIComponent(r)}/assign`,i=await this.api.post(e,{identity_id:t});n.push(...i.decision_ids)}}finally{this.clearSelection(),await this.load()}return n}async callBad(e){let t=[];try{for(let n of e){let e=`crops/${encodeURIComponent(n)}`,r=await this.api.patch(e,{bad:!0});t.push(...r.decision_ids)}}finally{await this.load()}return t}async removeLooks(e){let t=[...new Set(e)].map(e=>this.api.get(`sightings/${encodeURIComponent(e)}`)),n=(await Promise.all(t)).flatMap(e=>e.crops);return this.callBad(n.filter(e=>!e.bad).map(e=>e.id))}fromHereOn(e){let t=this.state.sightings.find(t=>t.id===e);return t===void 0?[]:this.state.sightings.filter(e=>e.start_s>=t.start_s).map(e=>e.id)}async undo(e){let t=`decisions/${encodeURIComponent(e)}/undo`,n=await this.api.post(t);return await this.load(),n.decision_ids}async#e(){let e=await this.api.get(`${this.#a()}/templates`,{limit:24});this.set({looks:e.crops})}async#t(){let e=await this.#r(null);this.set({sightings:e.items,sightingsCursor:e.cursor})}async#n(){let e=await this.#i(null);this.set({decisions:e.items,decisionsCursor:e.cursor})}#r(e){return this.api.get(`${this.#a()}/sightings`,{cursor:e,limit:48})}#i(e){return this.api.get(`${this.#a()}/history`,{cursor:e,limit:50})}#a(){return`identities/${encodeURIComponent(this.identityId)}`}},Q=[`route`,`sightings`,`looks`,`history`],$=class extends O{#e;#t;constructor(){super(),this.identityId=``,this.store=null,this.#e=[],this.#t=0,u(this,()=>[this.services.router]),new P(this,()=>({u:()=>void this.services.toasts.undoLast(p(`undo.done`)),Escape:()=>this.services.router.go([`people`])}))}static{this.styles=[g,i,F,s`
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
    `]}willUpdate(e){if(!e.has(`identityId`))return;this.#o();let t=new xe(this.services.api,this.identityId),{live:n,toasts:r}=this.services;this.#e=[t.subscribe(()=>this.requestUpdate()),n.subscribe(({topic:e})=>e!==`health`&&this.#a()),n.onState(e=>e&&void t.load()),r.onUndone(()=>void t.load())],this.store=t,t.load()}disconnectedCallback(){super.disconnectedCallback(),this.#o()}render(){let{store:e}=this;return e===null?_``:_`<a class="button quiet back" href="#/people">
        <fr-icon path=${t}></fr-icon>${p(`people.title`)}
      </a>
      ${this.#n(e)}`}#n(e){let{phase:t,person:n,error:r}=e.state;if(t===`loading`)return I(1,`head`).concat(I(1,`body`));if(n===null)return r?.isNotFound?_`<fr-notice
          .icon=${re}
          heading=${p(`person.gone`)}
          text=${r.message}
        ></fr-notice>`:_`<fr-notice .error=${r} @again=${()=>void e.load()}></fr-notice>`;let i=this.#i();return _`<person-header .store=${e}></person-header>
      <fr-tabs
        .tabs=${Q.map(e=>({name:e,label:p(`person.tab.${e}`)}))}
        .current=${i}
        @chosen=${e=>this.services.router.refine({tab:e.detail===`route`?null:e.detail})}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${p(`person.tab.${i}`)}>${this.#r(i,e)}</div>`}#r(e,t){let{router:n}=this.services;switch(e){case`route`:return _`<route-tab
          .person=${t.state.person}
          .day=${n.state.place.params.get(`day`)??``}
        ></route-tab>`;case`sightings`:return _`<sightings-tab .store=${t}></sightings-tab>`;case`looks`:return _`<looks-tab .store=${t}></looks-tab>`;case`history`:return _`<history-tab .store=${t}></history-tab>`}}#i(){let e=this.services.router.state.place.params.get(`tab`);return Q.find(t=>t===e)??`route`}#a(){clearTimeout(this.#t),this.#t=window.setTimeout(()=>void this.store?.load(),600)}#o(){clearTimeout(this.#t);for(let e of this.#e)e();this.#e=[]}};D([h()],$.prototype,`identityId`,void 0),D([c()],$.prototype,`store`,void 0),$=D([N(`person-page`)],$);export{$ as PersonPage};