import{$ as e,$t as t,C as n,E as r,F as i,Ft as a,Gt as o,Ht as s,I as c,Mt as l,Nt as u,P as d,Pt as f,Ut as p,Vt as m,W as ee,Wt as h,X as te,Xt as g,Z as ne,_ as re,_t as _,a as v,d as y,ft as ie,gt as ae,h as b,ht as x,k as oe,kt as S,l as C,m as se,mt as ce,nt as le,o as ue,qt as w,r as de,rn as T,s as E,sn as D,t as O,tn as k,tt as fe,u as A,ut as pe,v as j,vt as M,w as me,wt as he,x as ge,y as N,zt as P}from"./words-C_uNMI3r.js";import{t as F}from"./keys-BtAWeeJP.js";import{i as I,r as L,t as R}from"./fr-picture-EoGOyFn8.js";import{c as z}from"./index-DQKH-9VN.js";import"./fr-dialog-D-4xP5PV.js";import"./fr-menu-0_nLcsZk.js";import"./save-DTL0j_kC.js";import{a as _e,i as ve,n as ye,o as be,r as xe,t as Se}from"./export-button-A2IXifrv.js";import"./name-editor-C26z_wjs.js";import{t as Ce}from"./places-BnEeg5QM.js";import"./fr-timeline-BWe-iWkF.js";import"./fr-plan-CzF_HfYR.js";import"./fr-clip-CI-E3bHx.js";import{t as we}from"./decision-words-BqSaj40d.js";import"./fr-tabs-Cmb-hpq3.js";var Te=2,Ee=3,De=class extends t{constructor(e,t){super({expected:null}),this.api=e,this.identityId=t}async load(){let e=`identities/${encodeURIComponent(this.identityId)}/expected`;try{this.set({expected:await this.api.get(e)})}catch{this.set({expected:null})}}get cameras(){let{expected:e}=this.state;return(e?.cameras??[]).filter(e=>e.walks>=Ee).slice(0,Te)}},Oe=5e3,ke=180,B=class extends j{constructor(...e){super(...e),this.identityId=``,this.last_seen_s=0,this.store=null,this.#e=()=>void 0,this.#t=0}#e;#t;static{this.styles=[l,g`
      :host {
        display: contents;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 14px;
        margin: 0;
      }
      span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
    `]}connectedCallback(){super.connectedCallback(),this.#t=window.setInterval(()=>this.#r()&&void this.store?.load(),Oe)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#t),this.#e()}willUpdate(e){e.has(`identityId`)&&(this.#e(),this.store=new De(this.services.api,this.identityId),this.#e=this.store.subscribe(()=>this.requestUpdate())),(e.has(`identityId`)||e.has(`last_seen_s`))&&this.#r()&&this.store?.load()}render(){let{store:e}=this,t=e?.state.expected;return!e||!t||!this.#r()||!e.cameras.length?o:w`<p class="small" data-expected>
      <span
        ><fr-icon path=${ie}></fr-icon
        >${k(t.last?.in_sight?`expected.then`:`expected.next`)}</span
      >
      ${e.cameras.map(e=>w`<span>${this.#n(e)}</span>`)}
      <span class="muted">${k(`expected.away`,{percent:E(t.away)})}</span>
    </p>`}#n(e){let{zone:t}=this.services.site;return k(`expected.camera`,{camera:v(e.camera),percent:E(e.probability),from:C(e.from_s,t,!0),to:C(e.to_s,t,!0)})}#r(){return this.services.site.now_s()-this.last_seen_s<ke}};N([s()],B.prototype,`identityId`,void 0),N([s({type:Number})],B.prototype,`last_seen_s`,void 0),N([m()],B.prototype,`store`,void 0),B=N([p(`expected-line`)],B);var V=class extends h{constructor(...e){super(...e),this.looks=[],this.current=null}static{this.styles=[l,u,g`
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
    `]}render(){return w`<fr-dialog wide heading=${k(`person.choosePhoto`)} @closed=${()=>this.#e(`closed`)}>
      <div class="all">
        ${this.looks.filter(e=>e.has_picture).map(e=>w`<button
                class="one"
                aria-pressed=${e.id===this.current}
                aria-label=${k(`person.photoFrom`,{camera:v(e.camera)})}
                @click=${()=>this.#e(`picked`,e.id)}
              >
                <fr-picture .src=${R(e.id)}></fr-picture>
              </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};N([s({attribute:!1})],V.prototype,`looks`,void 0),N([s()],V.prototype,`current`,void 0),V=N([p(`feature-picker`)],V);var H=class extends h{constructor(...e){super(...e),this.names=[],this.writing=!1}static{this.styles=[l,u,g`
      .line {
        display: flex;
        align-items: center;
        gap: 4px;
        font-size: 14px;
      }
      name-editor {
        max-width: 340px;
        margin-left: 8px;
      }
    `]}render(){let e=this.names.join(`, `);return this.writing?w`<name-editor
        .value=${e}
        .longest=${Ae}
        label=${k(`person.aliasesHint`)}
        placeholder=${k(`person.aliasesHint`)}
        @cancelled=${()=>this.writing=!1}
        @named=${e=>this.#e(e.detail)}
      ></name-editor>`:e===``?w`<button class="quiet small" @click=${()=>this.writing=!0}>
        ${k(`person.aliasesAdd`)}
      </button>`:w`<p class="line muted">
      <span class="cut">${k(`person.aliases`,{names:e})}</span>
      <button
        class="quiet icon"
        aria-label=${k(`person.aliasesHint`)}
        @click=${()=>this.writing=!0}
      >
        <fr-icon path=${_}></fr-icon>
      </button>
    </p>`}#e(e){this.writing=!1;let t=e.split(`,`).map(e=>e.trim()).filter(Boolean);this.dispatchEvent(new CustomEvent(`changed`,{detail:t}))}};N([s({attribute:!1})],H.prototype,`names`,void 0),N([m()],H.prototype,`writing`,void 0),H=N([p(`person-aliases`)],H);var Ae=2e3,U=class extends j{constructor(){super(),this.open=`none`,P(this,()=>[this.store])}static{this.styles=[l,u,f,a,g`
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
    `]}render(){let e=this.store.state.person;return e===null?o:w`<div class="head">
        <button data-act class="photo" @click=${()=>this.open=`feature`}>
          <fr-picture .src=${R(e.crop_id)} alt=${e.label}></fr-picture>
          <span>${k(`person.choosePhoto`)}</span>
        </button>
        <div class="who">
          ${this.open===`name`?this.#t(e):this.#e(e)}
          <person-aliases
            .names=${e.aliases}
            @changed=${e=>void this.#i({aliases:e.detail})}
          ></person-aliases>
          <p class="muted">${this.#n(e)}</p>
          <p class="row wrap">
            ${e.on_site?w`<span class="chip good">${k(`people.here`)}</span>`:o}
            <span class="chip">${T(`people.sightings`,e.sightings)}</span>
            ${e.words?w`<span class="chip">${e.words}</span>`:o}
            ${e.hidden?w`<span class="chip warn">${k(`people.hidden`)}</span>`:o}
            ${e.redirected_from?w`<span class="chip">${k(`person.redirected`)}</span>`:o}
          </p>
          <div class="sets">
            <fr-switch data-act
              .checked=${e.exposed}
              label=${k(`person.exposed`)}
              @changed=${e=>void this.#i({exposed:e.detail})}
            ></fr-switch>
            <watch-switch .identityId=${e.id}></watch-switch>
          </div>
        </div>
        <div class="does">
          <a class="button" href=${z([`search`,`new`],{identity:e.id})}>
            <fr-icon path=${me}></fr-icon>${k(`person.searchMore`)}
          </a>
          <fr-menu
            label=${k(`action.moreFor`,{name:e.label})}
            .items=${[{label:k(`people.rename`),icon:_,action:()=>this.open=`name`},{label:e.hidden?k(`people.show`):k(`people.hide`),icon:e.hidden?ne:te,action:()=>void this.#i({hidden:!e.hidden})},{label:k(`people.delete`),icon:ee,danger:!0,action:()=>this.open=`forget`}]}
          ></fr-menu>
        </div>
      </div>
      ${this.#r(e)}`}#e(e){return w`<h1>
      <span class="cut">${e.label}</span>
      <button data-act
        class="quiet icon"
        aria-label=${k(`people.renameOf`,{name:e.label})}
        @click=${()=>this.open=`name`}
      >
        <fr-icon path=${_}></fr-icon>
      </button>
    </h1>`}#t(e){return w`<name-editor
      .value=${e.name??``}
      label=${k(`people.nameOf`,{name:e.label})}
      @cancelled=${()=>this.open=`none`}
      @named=${e=>{this.open=`none`,this.#i({name:e.detail||null})}}
    ></name-editor>`}#n(e){if(e.last_seen_s===null||e.last_camera===null)return k(`people.never`);let t=this.services.site.now_s()-e.last_seen_s,n=e.on_site?k(`people.now`):de(t);return k(`person.lastSeen`,{camera:v(e.last_camera),when:n})}#r(e){return this.open===`feature`?w`<feature-picker
        .looks=${this.store.state.looks}
        .current=${e.crop_id}
        @closed=${()=>this.open=`none`}
        @picked=${e=>{this.open=`none`,this.#i({feature_crop_id:e.detail})}}
      ></feature-picker>`:this.open===`forget`?w`<fr-dialog heading=${T(`forget.title`,1)} @closed=${()=>this.open=`none`}>
      <p>${k(`forget.text`,{names:e.label})}</p>
      <button slot="actions" @click=${()=>this.open=`none`}>${k(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#a()}>
        ${k(`forget.do`)}
      </button>
    </fr-dialog>`:o}async#i(e){let{toasts:t}=this.services;try{t.done(k(`person.changed`),await this.store.change(e))}catch(e){t.failed(e)}}async#a(){let{toasts:e,router:t}=this.services;try{await this.store.forget(),e.done(T(`forget.done`,1)),t.go([`people`])}catch(t){e.failed(t)}}};N([s({attribute:!1})],U.prototype,`store`,void 0),N([m()],U.prototype,`open`,void 0),U=N([p(`person-header`)],U);function je(e,t,n){let r=new Map(t.stops.map(e=>[e.leg.sighting_id,e.at]));return e.flatMap(e=>{let[t,i]=[r.get(e.after),n.get(e.camera)];if(t===void 0||i===void 0||t.x===i.x&&t.y===i.y)return[];let a=xe(i,t,2.5);return[{branch:e,from:t,to:i,bend:a,middle:_e(t,a,i,.5)}]})}function Me(e,t){let n=[e.after,e.sighting_id].map(encodeURIComponent).join(`,`);return w`<p class="gap branch">
    <fr-icon path=${he}></fr-icon>
    <a href="#/settings?why=${n}"
      >${k(`route.branch`,{camera:v(e.camera),time:C(e.start_s,t,!0),name:e.identity_label,percent:E(e.probability)})}</a
    >
  </p>`}var W=class extends h{constructor(...e){super(...e),this.legs=[],this.gaps=[],this.branches=[],this.offset=0,this.chosen=``}static{this.styles=[l,f,g`
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
      .branch fr-icon {
        --icon-size: 15px;
        vertical-align: -2px;
      }
      .gap.long {
        border-left-style: dotted;
      }
    `]}render(){return w`<ol aria-label=${k(`route.legs`)}>
      ${this.legs.map((e,t)=>this.#e(e,t))}
    </ol>`}#e(e,t){let n=t>0?this.gaps[this.offset+t-1]:void 0;return w`<li class=${e.sighting_id===this.chosen?`chosen`:``}>
      ${n?w`<p class="gap ${n.seconds>300?`long`:``}">${ue(n.seconds)}</p>`:o}
      ${this.branches.filter(t=>t.instead_of===e.sighting_id).map(e=>Me(e,this.zone))}
      <button
        aria-current=${e.sighting_id===this.chosen}
        @click=${()=>this.dispatchEvent(new CustomEvent(`choose`,{detail:e.sighting_id}))}
      >
        <span class="number">${this.offset+t+1}</span>
        <span>
          <strong>${v(e.camera)}</strong>
          <span class="muted small numbers"
            ><br />${C(e.start_s,this.zone,!0)} · ${y(e.end_s-e.start_s)}</span
          >
          ${this.#t(e)}
        </span>
        <fr-picture .src=${R(e.crop_id)}></fr-picture>
      </button>
    </li>`}#t(e){if(e.doubted)return w`<span class="chip warn">${k(`leg.doubted`)}</span>`;let t={confirmed:`good`,likely:``,unsure:`warn`}[e.certainty];return w`<span class="chip ${t}">${k(`band.${e.certainty}`)}</span>`}};N([s({attribute:!1})],W.prototype,`legs`,void 0),N([s({attribute:!1})],W.prototype,`gaps`,void 0),N([s({attribute:!1})],W.prototype,`branches`,void 0),N([s({type:Number})],W.prototype,`offset`,void 0),N([s()],W.prototype,`chosen`,void 0),N([s({attribute:!1})],W.prototype,`zone`,void 0),W=N([p(`leg-list`)],W);function Ne(e,t){let n=e?.frigate_urls[t.frigate_instance];return n?`${n}/explore?event_id=${encodeURIComponent(t.event_id)}`:null}function Pe(e,t){let n=Ne(e,t);return n===null?o:w`<a class="button quiet" href=${n} target="_blank" rel="noopener noreferrer">
    <fr-icon path=${x}></fr-icon>${k(`leg.openInFrigate`)}
  </a>`}var G=class extends j{constructor(...e){super(...e),this.previous=null,this.identityId=``,this.sighting=null,this.earlier=null,this.explanation=null,this.playing=!1,this.problem=``}static{this.styles=[l,u,g`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-bottom: 14px;
      }
      .open {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        margin-top: 16px;
        padding: 6px 8px 6px 14px;
        border-radius: 12px;
        background: var(--warn-soft);
        color: var(--warn);
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        margin-top: 16px;
      }
    `]}willUpdate(e){let t=e.get(`leg`);e.has(`leg`)&&(t?.sighting_id!==this.leg.sighting_id&&this.#n(),(t?.sighting_id!==this.leg.sighting_id||t.doubted!==this.leg.doubted)&&this.#r())}render(){let{previous:e,leg:t,explanation:n}=this;return w`<section class="card">
      <div class="head">
        <h2 class="grow">
          ${e?k(`leg.between`,{a:v(e.camera),b:v(t.camera)}):v(t.camera)}
        </h2>
        <button class="quiet" @click=${()=>this.playing=!this.playing}>
          <fr-icon path=${M}></fr-icon>${k(`leg.clip`)}
        </button>
        ${Pe(this.services.site.state.info,t)}
      </div>
      ${this.playing?w`<fr-clip .sightingId=${t.sighting_id}></fr-clip>`:o}
      <evidence-view
        .first=${this.earlier}
        .second=${this.sighting}
        .terms=${n?.terms??[]}
        conclusion=${n?.conclusion??``}
      ></evidence-view>
      ${this.problem?w`<p class="muted">${this.problem}</p>`:o}
      ${t.doubted?this.#e():o}
      ${e?w`<div class="answers">
            <button data-act @click=${()=>void this.#i()}>${k(`answer.same`)}</button>
            <button data-act @click=${()=>void this.#s()}>${k(`answer.different`)}</button>
            ${t.doubted?o:w`<button data-act @click=${()=>void this.#a()}>${k(`answer.unsure`)}</button>`}
            <a class="button quiet" href="#/settings?why=${encodeURIComponent(e.sighting_id)},${encodeURIComponent(t.sighting_id)}">
              <fr-icon path=${x}></fr-icon>${k(`leg.why`)}
            </a>
          </div>`:o}
    </section>`}#e(){let e=this.#t(),t=e?.actor??`user`,n=t===`user`?k(`leg.somebody`):O(t);return w`<p class="open" role="status">
      <fr-icon path=${fe}></fr-icon>
      <span class="grow">
        ${k(`leg.leftOpen`,{who:n})}
      </span>
      ${e?w`<button data-act class="quiet" @click=${()=>void this.#o(e)}>
            <fr-icon path=${S}></fr-icon>${k(`action.undo`)}
          </button>`:o}
    </p>`}#t(){return this.sighting?.decisions.find(e=>e.kind===`unsure`&&!e.undone)}#n(){this.playing=!1,this.problem=``}async#r(){let{leg:e,previous:t}=this,{api:n}=this.services,r=e=>n.get(`sightings/${encodeURIComponent(e)}`);try{let[i,a,o]=await Promise.all([r(e.sighting_id),t?r(t.sighting_id):null,t?n.post(`explain`,{a:t.sighting_id,b:e.sighting_id}):null]);if(this.leg!==e&&this.leg.sighting_id!==e.sighting_id)return;Object.assign(this,{sighting:i,earlier:a,explanation:o})}catch(e){this.problem=D(e).message}}async#i(){let{api:e,toasts:t}=this.services;try{let n=`sightings/${encodeURIComponent(this.leg.sighting_id)}/assign`,r=await e.post(n,{identity_id:this.identityId});t.done(k(`leg.sameDone`),r.decision_ids)}catch(e){t.failed(e)}}async#a(){let{api:e,toasts:t}=this.services;try{let n=`sightings/${encodeURIComponent(this.leg.sighting_id)}/unsure`,r=await e.post(n,{identity_id:this.identityId});t.done(k(`leg.unsureDone`),r.decision_ids)}catch(e){t.failed(e)}}async#o(e){let{api:t,toasts:n}=this.services;try{await t.post(`decisions/${encodeURIComponent(e.id)}/undo`),n.done(k(`undo.done`))}catch(e){n.failed(e)}}async#s(){let{api:e,toasts:t}=this.services;try{let n=`identities/${encodeURIComponent(this.identityId)}/split`,r=await e.post(n,{sightings:[this.leg.sighting_id]});t.done(T(`sightings.split`,1,{name:r.identity.label}),r.decision_ids)}catch(e){t.failed(e)}}};N([s({attribute:!1})],G.prototype,`leg`,void 0),N([s({attribute:!1})],G.prototype,`previous`,void 0),N([s()],G.prototype,`identityId`,void 0),N([m()],G.prototype,`sighting`,void 0),N([m()],G.prototype,`earlier`,void 0),N([m()],G.prototype,`explanation`,void 0),N([m()],G.prototype,`playing`,void 0),N([m()],G.prototype,`problem`,void 0),G=N([p(`leg-detail`)],G);var Fe=4,K=8,Ie=class extends t{constructor(e,t,n){super({phase:`loading`,error:null,day:``,route:null,plan:null,cameras:[],trails:new Map,chosen:``,range:null,at_s:null,playing:!1}),this.api=e,this.identityId=t,this.zone=n}async load(e){let t=e!==this.state.day;t&&this.set({day:e,phase:`loading`,range:null,at_s:null,playing:!1});let[n,r]=re(e,this.zone);try{let i=`identities/${encodeURIComponent(this.identityId)}/route`,a=await this.api.get(i,{from:n,to:r,branches:!0});if(this.state.day!==e)return;this.set({phase:`ready`,error:null,route:a}),t&&this.set({chosen:a.legs[0]?.sighting_id??``}),await this.#t(a)}catch(t){this.state.day===e&&this.set({phase:`error`,error:D(t)})}}step(e){return se(this.state.day,e)}today(e){return b(e,this.zone)}choose(e){this.set({chosen:e})}brush(e){this.set({range:e})}scrub(e){this.set({at_s:e,playing:!1,...this.#e(e)})}play(e){let t=this.legs[0];if(t===void 0)return;let n=this.legs.at(-1)?.end_s??t.end_s,{at_s:r}=this.state,i=r===null||r>=n?t.start_s:r;this.set({playing:e,at_s:i})}advance(e){let{at_s:t,playing:n}=this.state;if(!n||t===null)return;let r=this.legs.find(e=>e.end_s>t);if(r===void 0){this.set({playing:!1});return}let i=r.start_s-t,a=i>32?i/Fe:K,o=t+e*(i>0?a:K),s=i>0?Math.min(o,r.start_s+.001):Math.min(o,r.end_s);this.set({at_s:s,...this.#e(s)})}get legs(){let{route:e,range:t}=this.state,n=e?.legs??[];return t===null?n:n.filter(e=>e.end_s>=t[0]&&e.start_s<=t[1])}#e(e){let t=this.legs.findLast(t=>t.start_s<=e);return t?{chosen:t.sighting_id}:{}}async#t(e){try{let{items:t}=await this.api.get(`cameras`);this.set({cameras:t.map(e=>e.name)});let n=await this.api.get(`plan`);this.set({plan:n});let r=e.legs.slice(-50).map(e=>e.sighting_id);if(n.placements.length===0||r.length===0)return;let i=await this.api.get(`plan/trail`,{sighting_id:r});this.set({trails:new Map(i.items.map(e=>[e.sighting_id,e]))})}catch{}}},Le=[l,u,a,I,g`
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
  `],q=class extends j{#e;#t;#n;constructor(){super(),this.person=null,this.day=``,this.store=null,this.#e=()=>void 0,this.#t=0,this.#n=0,new F(this,()=>({" ":()=>this.#f(),ArrowLeft:()=>this.#u(-1),ArrowRight:()=>this.#u(1)}))}static{this.styles=Le}willUpdate(e){let{person:t}=this;if(t===null)return;let n=e.get(`person`);(this.store===null||n&&n.id!==t.id)&&this.#c(t.id),(e.has(`person`)||e.has(`day`))&&this.store?.load(this.#l(t))}disconnectedCallback(){super.disconnectedCallback(),this.#e(),cancelAnimationFrame(this.#t),this.store=null}render(){let{store:e}=this;return e===null?o:w`<div class="bar">
        ${this.#r(e)}
        <span class="grow"></span>
        ${e.legs.length?w`<button @click=${()=>this.#f()}>
                <fr-icon path=${e.state.playing?ae:M}></fr-icon>
                ${e.state.playing?k(`route.pause`):k(`route.play`)}
              </button>
              <export-button
                .request=${{identity_id:this.person?.id,from_s:e.state.range?.[0]??e.state.route?.from_s,to_s:e.state.range?.[1]??e.state.route?.to_s}}
              ></export-button>`:o}
      </div>
      ${this.#i(e)}`}#r(e){let{site:t}=this.services,n={today:k(`day.today`),yesterday:k(`day.yesterday`)},r=e.state.day||this.day,a=r>=e.today(t.now_s());return w`<div class="row">
      <button class="icon" aria-label=${k(`day.before`)} @click=${()=>this.#u(-1)}>
        <fr-icon path=${d}></fr-icon>
      </button>
      <label class="date"
        ><strong>${r?A(r,t.now_s(),t.zone,`en`,n):``}</strong>
        <input
          type="date"
          aria-label=${k(`day.choose`)}
          .value=${r}
          max=${e.today(t.now_s())}
          @change=${e=>this.#d(e.target.value)}
      /></label>
      <button class="icon" aria-label=${k(`day.after`)} ?disabled=${a} @click=${()=>this.#u(1)}>
        <fr-icon path=${i}></fr-icon>
      </button>
    </div>`}#i(e){let{phase:t,error:n,route:r}=e.state;return t===`loading`?L(1,`bones`):t===`error`&&r===null?w`<fr-notice .error=${n} @again=${()=>void e.load(e.state.day)}></fr-notice>`:r?.legs.length?this.#a(e):w`<fr-notice
        .icon=${pe}
        heading=${k(`route.none.title`)}
        text=${k(`route.none.text`)}
      ></fr-notice>`}#a(e){let{legs:t}=e,{chosen:n,route:r}=e.state,i=r?.legs??[],a=Math.max(0,i.findIndex(e=>e===t[0])),s=i.find(e=>e.sighting_id===n);return w`<div class="two">
      <div class="stack drawn">
        ${this.#o(e,a)}
        <div class="card">${this.#s(e)}</div>
      </div>
      <leg-list
        .legs=${t}
        .gaps=${r?.gaps??[]}
        .branches=${r?.branches??[]}
        .offset=${a}
        .chosen=${n}
        .zone=${this.services.site.zone}
        @choose=${t=>e.choose(t.detail)}
      ></leg-list>
      ${s?w`<leg-detail
            .leg=${s}
            .previous=${i[i.indexOf(s)-1]??null}
            .identityId=${this.person?.id??``}
          ></leg-detail>`:o}
    </div>`}#o(e,t){let{legs:n}=e,{chosen:r,trails:i,plan:a,at_s:o,route:s,cameras:c}=e.state,l=s?.legs.map(e=>e.camera)??[],u=Ce(a,[...new Set([...c,...l])]),d=ye(a,u.floor?.id??null,n),f=ve(n,s?.gaps.slice(t)??[],u.at,d),p=o===null?null:be(f,o),m={layout:f,branches:je(s?.branches??[],f,u.at),trails:i,chosen:r,walker:p,onStop:t=>e.choose(t)};return w`<fr-plan
      .places=${u}
      .unplaced=${f.unplaced}
      label=${k(`route.planLabel`,{name:this.person?.label??``,n:n.length})}
      .layer=${e=>Se(m,e)}
    ></fr-plan>`}#s(e){let t=e.state.route?.legs??[],n=[...new Set(t.map(e=>e.camera))],r=t[0]?.start_s??0,i=t.at(-1)?.end_s??1,a=Math.max(10,(i-r)*.02),o=n.map(e=>({label:v(e),bars:t.filter(t=>t.camera===e).map(e=>({id:e.sighting_id,from_s:e.start_s,to_s:e.end_s,style:e.certainty===`unsure`?`dashed`:`solid`,label:k(`band.${e.certainty}`)}))})),{at_s:s,chosen:c}=e.state;return w`<fr-timeline
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
        ${s===null?k(`route.timelineHint`):C(s,this.services.site.zone,!0)}
      </p>`}#c(e){this.#e();let t=new Ie(this.services.api,e,this.services.site.zone);this.#e=t.subscribe(()=>this.requestUpdate()),this.store=t}#l(e){let{site:t}=this.services;return this.day||b(e.last_seen_s??t.now_s(),t.zone)}#u(e){let{store:t}=this;if(t===null)return;let n=t.step(e);n<=t.today(this.services.site.now_s())&&this.#d(n)}#d(e){e&&this.services.router.refine({day:e})}#f(){let{store:e}=this;e!==null&&(e.play(!e.state.playing),this.#n=performance.now(),e.state.playing&&(this.#t=requestAnimationFrame(e=>this.#p(e))))}#p(e){let{store:t}=this;t?.state.playing&&(t.advance((e-this.#n)/1e3),this.#n=e,this.#t=requestAnimationFrame(e=>this.#p(e)))}};N([s({attribute:!1})],q.prototype,`person`,void 0),N([s()],q.prototype,`day`,void 0),N([m()],q.prototype,`store`,void 0),q=N([p(`route-tab`)],q);var J=class extends j{constructor(){super(),P(this,()=>[this.store])}static{this.styles=[l,u,g`
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
    `]}render(){let t=Y(this.store.state.looks,e=>b(e.frame_time_s,this.services.site.zone));return t.length===0?w`<fr-notice
        .icon=${e}
        heading=${k(`looks.none.title`)}
        text=${k(`looks.none.text`)}
      ></fr-notice>`:t.map(([t,n])=>w`<section>
          <div class="row">
            <h2>${this.#t(t)} <span class="muted small">${T(`looks.pictures`,n.length)}</span></h2>
            <span class="grow"></span>
            <button data-act class="quiet" @click=${()=>void this.#r(n)}>
              <fr-icon path=${e}></fr-icon>${k(`looks.remove`)}
            </button>
          </div>
          <div class="all">${n.map(e=>this.#e(e))}</div>
        </section>`)}#e(e){return w`<figure>
      <fr-picture .src=${R(e.has_picture?e.id:null)} alt=${v(e.camera)}></fr-picture>
      <figcaption>
        <span class="grow cut">${v(e.camera)}</span>
        <fr-menu
          label=${k(`action.moreFor`,{name:v(e.camera)})}
          .items=${[{label:k(`looks.feature`),action:()=>void this.#n(e)},{label:k(`looks.bad`),action:()=>void this.#i(e)},{label:k(`looks.notThem`),danger:!0,action:()=>void this.#o(e)}]}
        ></fr-menu>
      </figcaption>
    </figure>`}#t(e){let{site:t}=this.services,n={today:k(`day.today`),yesterday:k(`day.yesterday`)};return A(e,t.now_s(),t.zone,`en`,n)}async#n(e){let{toasts:t}=this.services;try{t.done(k(`person.changed`),await this.store.change({feature_crop_id:e.id}))}catch(e){t.failed(e)}}#r(e){return this.#a(()=>this.store.removeLooks(e.map(e=>e.sighting_id)))}#i(e){return this.#a(()=>this.store.callBad([e.id]))}async#a(e){let{toasts:t}=this.services;try{let n=await e();t.done(T(`looks.removed`,n.length),n)}catch(e){t.failed(e)}}async#o(e){let{toasts:t}=this.services;try{let n=await this.store.split([e.sighting_id]);t.done(T(`sightings.split`,1,{name:n.identity.label}),n.decision_ids)}catch(e){t.failed(e)}}};N([s({attribute:!1})],J.prototype,`store`,void 0),J=N([p(`looks-tab`)],J);function Y(e,t){let n=new Map;for(let r of e){let e=t(r);n.set(e,[...n.get(e)??[],r])}return[...n].sort(([e],[t])=>t.localeCompare(e))}var X=class extends h{constructor(...e){super(...e),this.people=[],this.count=1,this.wanted=``}static{this.styles=[l,u,a,g`
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
    `]}render(){let e=this.wanted.toLocaleLowerCase(),t=this.people.filter(t=>t.label.toLocaleLowerCase().includes(e));return w`<fr-dialog wide heading=${T(`sightings.moveTitle`,this.count)} @closed=${()=>this.#e(`closed`)}>
      <input
        type="search"
        autofocus
        placeholder=${k(`people.search`)}
        aria-label=${k(`people.search`)}
        @input=${e=>this.wanted=e.target.value}
      />
      <div class="all">
        ${t.map(e=>w`<button class="one" @click=${()=>this.#e(`picked`,e)}>
              <fr-picture .src=${R(e.crop_id)}></fr-picture>${e.label}
            </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};N([s({attribute:!1})],X.prototype,`people`,void 0),N([s({type:Number})],X.prototype,`count`,void 0),N([m()],X.prototype,`wanted`,void 0),X=N([p(`move-dialog`)],X);var Z=class extends j{constructor(){super(),this.moving=[],P(this,()=>[this.store])}static{this.styles=[l,u,f,g`
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
    `]}render(){let{sightings:e,sightingsCursor:t,selected:n}=this.store.state,{zone:r}=this.services.site;return e.length===0?w`<fr-notice
        .icon=${ce}
        heading=${k(`sightings.none.title`)}
        text=${k(`sightings.none.text`)}
      ></fr-notice>`:w`${Y(e,e=>b(e.start_s,r)).map(([e,t])=>w`<section>
            <h2>${this.#r(e)} <span class="muted small">${T(`people.sightings`,t.length)}</span></h2>
            <div class="all">${t.map(e=>this.#e(e))}</div>
          </section>`)}
      ${t?w`<button @click=${()=>void this.store.moreSightings()}>${k(`action.more`)}</button>`:o}
      ${n.size?this.#t([...n]):o} ${this.#n()}`}#e(e){let{zone:t}=this.services.site,n=this.store.state.selected.has(e.id),r=C(e.start_s,t,!0);return w`<div class="one ${n?`selected`:``}">
      <button
        class="pick"
        role="checkbox"
        aria-checked=${n}
        aria-label=${k(`sightings.pick`,{camera:v(e.camera),time:r})}
        @click=${()=>this.store.toggle(e.id)}
      >
        <fr-picture .src=${R(e.crop_id)}></fr-picture>
      </button>
      <div class="words">
        <div class="grow">
          <strong class="cut">${v(e.camera)}</strong>
          <p class="muted small numbers cut">
            ${r} · ${y(e.last_seen_s-e.start_s)}
            ${e.firm?o:w`<span class="chip warn">${k(`band.unsure`)}</span>`}
          </p>
        </div>
        <fr-menu
          label=${k(`action.moreFor`,{name:r})}
          .items=${[{label:k(`sightings.moveTo`),action:()=>void this.#a([e.id])},{label:k(`sightings.splitOne`),action:()=>void this.#s([e.id])},{label:k(`sightings.splitFromHere`),action:()=>void this.#s(this.store.fromHereOn(e.id))},{label:k(`sightings.search`),action:()=>this.#i(e)}]}
        ></fr-menu>
      </div>
    </div>`}#t(e){return w`<div class="bar" role="toolbar" aria-label=${k(`people.selection`)}>
      <strong>${T(`people.selected`,e.length)}</strong>
      <button data-act class="quiet" @click=${()=>void this.#a(e)}>
        <fr-icon path=${ge}></fr-icon>${k(`sightings.moveTo`)}
      </button>
      <button data-act class="quiet" @click=${()=>void this.#s(e)}>
        <fr-icon path=${oe}></fr-icon>${k(`sightings.splitOff`)}
      </button>
      <button class="quiet icon" aria-label=${k(`people.clear`)} @click=${()=>this.store.clearSelection()}>
        <fr-icon path=${c}></fr-icon>
      </button>
    </div>`}#n(){return this.moving.length===0?o:w`<move-dialog
      .people=${this.store.state.others}
      .count=${this.moving.length}
      @closed=${()=>this.moving=[]}
      @picked=${e=>void this.#o(e.detail)}
    ></move-dialog>`}#r(e){let{site:t}=this.services,n={today:k(`day.today`),yesterday:k(`day.yesterday`)};return A(e,t.now_s(),t.zone,`en`,n)}#i(e){location.hash=z([`search`,`new`],{sighting:e.id})}async#a(e){await this.#c(()=>this.store.loadOthers()),this.moving=e}#o({id:e,label:t}){let{moving:n}=this;return this.moving=[],this.#c(async()=>{let r=await this.store.move(n,e);this.services.toasts.done(T(`sightings.moved`,n.length,{name:t}),r)})}#s(e){return this.#c(async()=>{let t=await this.store.split(e),n=T(`sightings.split`,e.length,{name:t.identity.label});this.services.toasts.done(n,t.decision_ids)})}async#c(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};N([s({attribute:!1})],Z.prototype,`store`,void 0),N([m()],Z.prototype,`moving`,void 0),Z=N([p(`sightings-tab`)],Z);var Q=class extends j{constructor(){super(),P(this,()=>[this.store])}static{this.styles=[l,u,f,g`
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
    `]}render(){let{decisions:e,decisionsCursor:t}=this.store.state,{site:n}=this.services;if(e.length===0)return w`<fr-notice
        .icon=${le}
        heading=${k(`history.none.title`)}
        text=${k(`history.none.text`)}
      ></fr-notice>`;let r={today:k(`day.today`),yesterday:k(`day.yesterday`)};return w`${Y(e,e=>b(e.at_s,n.zone)).map(([e,t])=>w`<section>
            <h2>${A(e,n.now_s(),n.zone,`en`,r)}</h2>
            <ol>${t.map(e=>this.#e(e))}</ol>
          </section>`)}
      ${t?w`<button @click=${()=>void this.store.moreDecisions()}>${k(`action.more`)}</button>`:o}`}#e(e){let t=e.actor!==`system`;return w`<li class=${e.undone?`undone`:``}>
      <time class="numbers">${C(e.at_s,this.services.site.zone,!0)}</time>
      <div class="grow">
        <p>${we(e)}</p>
      </div>
      <span class="chip ${t?`accent`:``}">${O(e.actor)}</span>
      ${e.undone?w`<span class="chip">${k(`history.undone`)}</span>`:w`<button data-act class="quiet" @click=${()=>void this.#t(e)}>
            <fr-icon path=${S}></fr-icon>${k(`action.undo`)}
          </button>`}
    </li>`}async#t(e){let{toasts:t}=this.services;try{t.done(k(`undo.done`),await this.store.undo(e.id))}catch(e){t.failed(e)}}};N([s({attribute:!1})],Q.prototype,`store`,void 0),Q=N([p(`history-tab`)],Q);var Re=class extends t{constructor(e,t){super({phase:`loading`,error:null,person:null,looks:[],sightings:[],sightingsCursor:null,decisions:[],decisionsCursor:null,others:[],selected:new Set}),this.api=e,this.identityId=t}async load(){try{let e=await this.api.get(this.#a());this.set({phase:`ready`,error:null,person:e}),await Promise.all([this.#e(),this.#t(),this.#n()])}catch(e){this.set({phase:`error`,error:D(e)})}}async loadOthers(){let e=await this.api.get(`identities`,{limit:200});this.set({others:e.items.filter(e=>e.id!==this.state.person?.id)})}async moreSightings(){let e=await this.#r(this.state.sightingsCursor);this.set({sightings:[...this.state.sightings,...e.items],sightingsCursor:e.cursor})}async moreDecisions(){let e=await this.#i(this.state.decisionsCursor);this.set({decisions:[...this.state.decisions,...e.items],decisionsCursor:e.cursor})}async change(e){let t=await this.api.patch(this.#a(),e);return await this.load(),t.decision_ids}async forget(){await this.api.delete(this.#a())}toggle(e){let t=new Set(this.state.selected);t.delete(e)||t.add(e),this.set({selected:t})}clearSelection(){this.set({selected:new Set})}async split(e){let t=`${this.#a()}/split`,n=await this.api.post(t,{sightings:e});return this.clearSelection(),await this.load(),n}async move(e,t){let n=[];try{for(let r of e){let e=`sightings/${encodeURIComponent(r)}/assign`,i=await this.api.post(e,{identity_id:t});n.push(...i.decision_ids)}}finally{this.clearSelection(),await this.load()}return n}async callBad(e){let t=[];try{for(let n of e){let e=`crops/${encodeURIComponent(n)}`,r=await this.api.patch(e,{bad:!0});t.push(...r.decision_ids)}}finally{await this.load()}return t}async removeLooks(e){let t=[...new Set(e)].map(e=>this.api.get(`sightings/${encodeURIComponent(e)}`)),n=(await Promise.all(t)).flatMap(e=>e.crops);return this.callBad(n.filter(e=>!e.bad).map(e=>e.id))}fromHereOn(e){let t=this.state.sightings.find(t=>t.id===e);return t===void 0?[]:this.state.sightings.filter(e=>e.start_s>=t.start_s).map(e=>e.id)}async undo(e){let t=`decisions/${encodeURIComponent(e)}/undo`,n=await this.api.post(t);return await this.load(),n.decision_ids}async#e(){let e=await this.api.get(`${this.#a()}/templates`,{limit:24});this.set({looks:e.crops})}async#t(){let e=await this.#r(null);this.set({sightings:e.items,sightingsCursor:e.cursor})}async#n(){let e=await this.#i(null);this.set({decisions:e.items,decisionsCursor:e.cursor})}#r(e){return this.api.get(`${this.#a()}/sightings`,{cursor:e,limit:48})}#i(e){return this.api.get(`${this.#a()}/history`,{cursor:e,limit:50})}#a(){return`identities/${encodeURIComponent(this.identityId)}`}},ze=[`route`,`sightings`,`looks`,`history`],$=class extends j{#e;#t;constructor(){super(),this.identityId=``,this.store=null,this.#e=[],this.#t=0,P(this,()=>[this.services.router]),new F(this,()=>({u:()=>void this.services.toasts.undoLast(k(`undo.done`)),Escape:()=>this.services.router.go([`people`])}))}static{this.styles=[l,u,I,g`
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
    `]}willUpdate(e){if(!e.has(`identityId`))return;this.#o();let t=new Re(this.services.api,this.identityId),{live:n,toasts:r}=this.services;this.#e=[t.subscribe(()=>this.requestUpdate()),n.subscribe(({topic:e})=>e!==`health`&&this.#a()),n.onState(e=>e&&void t.load()),r.onUndone(()=>void t.load())],this.store=t,t.load()}disconnectedCallback(){super.disconnectedCallback(),this.#o()}render(){let{store:e}=this;return e===null?w``:w`<a class="button quiet back" href="#/people">
        <fr-icon path=${r}></fr-icon>${k(`people.title`)}
      </a>
      ${this.#n(e)}`}#n(e){let{phase:t,person:r,error:i}=e.state;if(t===`loading`)return L(1,`head`).concat(L(1,`body`));if(r===null)return i?.isNotFound?w`<fr-notice
          .icon=${n}
          heading=${k(`person.gone`)}
          text=${i.message}
        ></fr-notice>`:w`<fr-notice .error=${i} @again=${()=>void e.load()}></fr-notice>`;let a=this.#i();return w`<person-header .store=${e}></person-header>
      <expected-line
        .identityId=${r.id}
        .last_seen_s=${r.last_seen_s??0}
      ></expected-line>
      <fr-tabs
        .tabs=${ze.map(e=>({name:e,label:k(`person.tab.${e}`)}))}
        .current=${a}
        @chosen=${e=>this.services.router.refine({tab:e.detail===`route`?null:e.detail})}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${k(`person.tab.${a}`)}>${this.#r(a,e)}</div>`}#r(e,t){let{router:n}=this.services;switch(e){case`route`:return w`<route-tab
          .person=${t.state.person}
          .day=${n.state.place.params.get(`day`)??``}
        ></route-tab>`;case`sightings`:return w`<sightings-tab .store=${t}></sightings-tab>`;case`looks`:return w`<looks-tab .store=${t}></looks-tab>`;case`history`:return w`<history-tab .store=${t}></history-tab>`}}#i(){let e=this.services.router.state.place.params.get(`tab`);return ze.find(t=>t===e)??`route`}#a(){clearTimeout(this.#t),this.#t=window.setTimeout(()=>void this.store?.load(),600)}#o(){clearTimeout(this.#t);for(let e of this.#e)e();this.#e=[]}};N([s()],$.prototype,`identityId`,void 0),N([m()],$.prototype,`store`,void 0),$=N([p(`person-page`)],$);export{$ as PersonPage};