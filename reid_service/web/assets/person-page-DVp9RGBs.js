import{$ as e,C as t,E as n,Et as r,Ft as i,Gt as a,I as o,It as s,K as c,Kt as l,L as u,Lt as d,O as f,Pt as p,Q as ee,Qt as m,R as te,T as ne,Ut as h,Vt as g,Wt as _,Yt as v,Zt as re,_t as ie,a as y,an as b,b as x,bt as ae,c as S,d as C,f as w,ft as oe,g as T,gt as se,h as ce,it as le,j as ue,jt as de,ln as E,mt as fe,o as pe,qt as D,r as me,rn as O,rt as he,s as ge,t as k,tn as A,tt as j,u as M,v as _e,vt as ve,x as N,yt as P}from"./words-CSYP8CTQ.js";import{t as ye}from"./keys-BtAWeeJP.js";import{i as be,r as F,t as I}from"./fr-picture-DPjzeCCH.js";import{c as xe}from"./index-BZTx1U3Y.js";import"./fr-dialog-DjE7l8O2.js";import"./fr-menu-C8qnSf_q.js";import"./save-P-Z7k9vA.js";import{a as Se,i as Ce,n as we,o as Te,r as Ee,t as De}from"./export-button-Cjt_c1lN.js";import"./name-editor-BJ2ek8xd.js";import{t as Oe}from"./places-BnEeg5QM.js";import"./fr-timeline-Cv4mvkuW.js";import"./fr-plan-GNtlpDE5.js";import{n as ke,t as Ae}from"./usual-time-CgU2TkpY.js";import"./fr-clip-CQoxOa4A.js";import{t as je}from"./decision-words-ljzNAhTc.js";import"./fr-tabs-C6RIHUfy.js";var Me=2,Ne=3,Pe=class extends A{constructor(e,t){super({expected:null}),this.api=e,this.identityId=t}async load(){let e=`identities/${encodeURIComponent(this.identityId)}/expected`;try{this.set({expected:await this.api.get(e)})}catch{this.set({expected:null})}}get cameras(){let{expected:e}=this.state;return(e?.cameras??[]).filter(e=>e.walks>=Ne).slice(0,Me)}},Fe=5e3,Ie=180,L=class extends x{constructor(...e){super(...e),this.identityId=``,this.last_seen_s=0,this.store=null,this.#e=()=>void 0,this.#t=0}#e;#t;static{this.styles=[p,m`
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
    `]}connectedCallback(){super.connectedCallback(),this.#t=window.setInterval(()=>this.#r()&&void this.store?.load(),Fe)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#t),this.#e()}willUpdate(e){e.has(`identityId`)&&(this.#e(),this.store=new Pe(this.services.api,this.identityId),this.#e=this.store.subscribe(()=>this.requestUpdate())),(e.has(`identityId`)||e.has(`last_seen_s`))&&this.#r()&&this.store?.load()}render(){let{store:e}=this,t=e?.state.expected;return!e||!t||!this.#r()||!e.cameras.length?D:v`<p class="small" data-expected>
      <span
        ><fr-icon path=${fe}></fr-icon
        >${O(t.last?.in_sight?`expected.then`:`expected.next`)}</span
      >
      ${e.cameras.map(e=>v`<span>${this.#n(e)}</span>`)}
      <span class="muted">${O(`expected.away`,{percent:S(t.away)})}</span>
    </p>`}#n(e){let{zone:t}=this.services.site;return O(`expected.camera`,{camera:y(e.camera),percent:S(e.probability),from:M(e.from_s,t,!0),to:M(e.to_s,t,!0)})}#r(){return this.services.site.now_s()-this.last_seen_s<Ie}};N([_()],L.prototype,`identityId`,void 0),N([_({type:Number})],L.prototype,`last_seen_s`,void 0),N([h()],L.prototype,`store`,void 0),L=N([a(`expected-line`)],L);var R=class extends l{constructor(...e){super(...e),this.looks=[],this.current=null}static{this.styles=[p,i,m`
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
    `]}render(){return v`<fr-dialog wide heading=${O(`person.choosePhoto`)} @closed=${()=>this.#e(`closed`)}>
      <div class="all">
        ${this.looks.filter(e=>e.has_picture).map(e=>v`<button
                class="one"
                aria-pressed=${e.id===this.current}
                aria-label=${O(`person.photoFrom`,{camera:y(e.camera)})}
                @click=${()=>this.#e(`picked`,e.id)}
              >
                <fr-picture .src=${I(e.id)}></fr-picture>
              </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};N([_({attribute:!1})],R.prototype,`looks`,void 0),N([_()],R.prototype,`current`,void 0),R=N([a(`feature-picker`)],R);var z=class extends l{constructor(...e){super(...e),this.names=[],this.writing=!1}static{this.styles=[p,i,m`
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
    `]}render(){let e=this.names.join(`, `);return this.writing?v`<name-editor
        .value=${e}
        .longest=${Le}
        label=${O(`person.aliasesHint`)}
        placeholder=${O(`person.aliasesHint`)}
        @cancelled=${()=>this.writing=!1}
        @named=${e=>this.#e(e.detail)}
      ></name-editor>`:e===``?v`<button class="quiet small" @click=${()=>this.writing=!0}>
        ${O(`person.aliasesAdd`)}
      </button>`:v`<p class="line muted">
      <span class="cut">${O(`person.aliases`,{names:e})}</span>
      <button
        class="quiet icon"
        aria-label=${O(`person.aliasesHint`)}
        @click=${()=>this.writing=!0}
      >
        <fr-icon path=${P}></fr-icon>
      </button>
    </p>`}#e(e){this.writing=!1;let t=e.split(`,`).map(e=>e.trim()).filter(Boolean);this.dispatchEvent(new CustomEvent(`changed`,{detail:t}))}};N([_({attribute:!1})],z.prototype,`names`,void 0),N([h()],z.prototype,`writing`,void 0),z=N([a(`person-aliases`)],z);var Le=2e3,B=class extends x{constructor(...e){super(...e),this.named=!1,this.retention=null}static{this.styles=[p,m`
      a {
        color: inherit;
      }
    `]}connectedCallback(){super.connectedCallback(),this.#e()}render(){let{retention:e}=this;return e===null?D:v`<p class="muted small numbers">
      <a href="#/settings?tab=privacy">${Re(e,this.named)}</a>
    </p>`}async#e(){try{let{retention:e}=await this.services.api.get(`settings/privacy`);this.retention=e}catch{}}};N([_({type:Boolean})],B.prototype,`named`,void 0),N([h()],B.prototype,`retention`,void 0),B=N([a(`retention-line`)],B);function Re(e,t){let{unnamed_days:n,named_days:r,pictures_days:i}=e,a=t?r:n,o=[a===null?O(`retention.kept`):b(`retention.days`,a)];return!t&&a!==null&&(r===null||r>a)&&(o[0]=b(`retention.untilNamed`,a)),i!==null&&(a===null||i<a)&&o.push(b(`retention.pictures`,i)),o.join(` `)}var V=class extends x{constructor(){super(),this.open=`none`,g(this,()=>[this.store])}static{this.styles=[p,i,s,d,m`
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
    `]}render(){let t=this.store.state.person;return t===null?D:v`<div class="head">
        <button data-act class="photo" @click=${()=>this.open=`feature`}>
          <fr-picture .src=${I(t.crop_id)} alt=${t.label}></fr-picture>
          <span>${O(`person.choosePhoto`)}</span>
        </button>
        <div class="who">
          ${this.open===`name`?this.#t(t):this.#e(t)}
          <person-aliases
            .names=${t.aliases}
            @changed=${e=>void this.#i({aliases:e.detail})}
          ></person-aliases>
          <p class="muted">${this.#n(t)}</p>
          <p class="row wrap">
            ${t.on_site?v`<span class="chip good">${O(`people.here`)}</span>`:D}
            <span class="chip">${b(`people.sightings`,t.sightings)}</span>
            ${t.words?v`<span class="chip">${t.words}</span>`:D}
            ${t.hidden?v`<span class="chip warn">${O(`people.hidden`)}</span>`:D}
            ${t.redirected_from?v`<span class="chip">${O(`person.redirected`)}</span>`:D}
          </p>
          <div class="sets">
            <fr-switch data-act
              .checked=${t.exposed}
              label=${O(`person.exposed`)}
              @changed=${e=>void this.#i({exposed:e.detail})}
            ></fr-switch>
            <watch-switch .identityId=${t.id}></watch-switch>
          </div>
          <retention-line ?named=${t.name!==null}></retention-line>
        </div>
        <div class="does">
          <a class="button" href=${xe([`search`,`new`],{identity:t.id})}>
            <fr-icon path=${n}></fr-icon>${O(`person.searchMore`)}
          </a>
          <fr-menu
            label=${O(`action.moreFor`,{name:t.label})}
            .items=${[{label:O(`people.rename`),icon:P,action:()=>this.open=`name`},{label:t.hidden?O(`people.show`):O(`people.hide`),icon:t.hidden?e:ee,action:()=>void this.#i({hidden:!t.hidden})},{label:O(`people.delete`),icon:c,danger:!0,action:()=>this.open=`forget`}]}
          ></fr-menu>
        </div>
      </div>
      ${this.#r(t)}`}#e(e){return v`<h1>
      <span class="cut">${e.label}</span>
      <button data-act
        class="quiet icon"
        aria-label=${O(`people.renameOf`,{name:e.label})}
        @click=${()=>this.open=`name`}
      >
        <fr-icon path=${P}></fr-icon>
      </button>
    </h1>`}#t(e){return v`<name-editor
      .value=${e.name??``}
      label=${O(`people.nameOf`,{name:e.label})}
      @cancelled=${()=>this.open=`none`}
      @named=${e=>{this.open=`none`,this.#i({name:e.detail||null})}}
    ></name-editor>`}#n(e){if(e.last_seen_s===null||e.last_camera===null)return O(`people.never`);let t=this.services.site.now_s()-e.last_seen_s,n=e.on_site?O(`people.now`):me(t);return O(`person.lastSeen`,{camera:y(e.last_camera),when:n})}#r(e){return this.open===`feature`?v`<feature-picker
        .looks=${this.store.state.looks}
        .current=${e.crop_id}
        @closed=${()=>this.open=`none`}
        @picked=${e=>{this.open=`none`,this.#i({feature_crop_id:e.detail})}}
      ></feature-picker>`:this.open===`forget`?v`<fr-dialog heading=${b(`forget.title`,1)} @closed=${()=>this.open=`none`}>
      <p>${O(`forget.text`,{names:e.label})}</p>
      <button slot="actions" @click=${()=>this.open=`none`}>${O(`action.cancel`)}</button>
      <button slot="actions" class="danger primary" @click=${()=>void this.#a()}>
        ${O(`forget.do`)}
      </button>
    </fr-dialog>`:D}async#i(e){let{toasts:t}=this.services;try{t.done(O(`person.changed`),await this.store.change(e))}catch(e){t.failed(e)}}async#a(){let{toasts:e,router:t}=this.services;try{await this.store.forget(),e.done(b(`forget.done`,1)),t.go([`people`])}catch(t){e.failed(t)}}};N([_({attribute:!1})],V.prototype,`store`,void 0),N([h()],V.prototype,`open`,void 0),V=N([a(`person-header`)],V);function ze(e,t,n){let r=new Map(t.stops.map(e=>[e.leg.sighting_id,e.at]));return e.flatMap(e=>{let[t,i]=[r.get(e.after),n.get(e.camera)];if(t===void 0||i===void 0||t.x===i.x&&t.y===i.y)return[];let a=Ee(i,t,2.5);return[{branch:e,from:t,to:i,bend:a,middle:Se(t,a,i,.5)}]})}function Be(e,t){let n=[e.after,e.sighting_id].map(encodeURIComponent).join(`,`);return v`<p class="gap branch">
    <fr-icon path=${r}></fr-icon>
    <a href="#/settings?why=${n}"
      >${O(`route.branch`,{camera:y(e.camera),time:M(e.start_s,t,!0),name:e.identity_label,percent:S(e.probability)})}</a
    >
  </p>`}var H=class extends l{constructor(...e){super(...e),this.legs=[],this.gaps=[],this.edges=[],this.branches=[],this.offset=0,this.chosen=``}static{this.styles=[p,s,m`
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
    `]}render(){return v`<ol aria-label=${O(`route.legs`)}>
      ${this.legs.map((e,t)=>this.#e(e,t))}
    </ol>`}#e(e,t){let n=t>0?this.gaps[this.offset+t-1]:void 0;return v`<li class=${e.sighting_id===this.chosen?`chosen`:``}>
      ${n?v`<p class="gap ${n.seconds>300?`long`:``}">
            ${pe(n.seconds)}${this.#t(t,n)}
          </p>`:D}
      ${this.branches.filter(t=>t.instead_of===e.sighting_id).map(e=>Be(e,this.zone))}
      <button
        aria-current=${e.sighting_id===this.chosen}
        @click=${()=>this.dispatchEvent(new CustomEvent(`choose`,{detail:e.sighting_id}))}
      >
        <span class="number">${this.offset+t+1}</span>
        <span>
          <strong>${y(e.camera)}</strong>
          <span class="muted small numbers"
            ><br />${M(e.start_s,this.zone,!0)} · ${w(e.end_s-e.start_s)}</span
          >
          ${this.#n(e)}
        </span>
        <fr-picture .src=${I(e.crop_id)}></fr-picture>
      </button>
    </li>`}#t(e,t){let[n,r]=[this.legs[e-1],this.legs[e]];if(!n||!r||!ge(t.seconds))return``;let i=Ae(this.edges,n,r);return i===null?``:` (${ke(i)})`}#n(e){if(e.doubted)return v`<span class="chip warn">${O(`leg.doubted`)}</span>`;let t={confirmed:`good`,likely:``,unsure:`warn`}[e.certainty];return v`<span class="chip ${t}">${O(`band.${e.certainty}`)}</span>`}};N([_({attribute:!1})],H.prototype,`legs`,void 0),N([_({attribute:!1})],H.prototype,`gaps`,void 0),N([_({attribute:!1})],H.prototype,`edges`,void 0),N([_({attribute:!1})],H.prototype,`branches`,void 0),N([_({type:Number})],H.prototype,`offset`,void 0),N([_()],H.prototype,`chosen`,void 0),N([_({attribute:!1})],H.prototype,`zone`,void 0),H=N([a(`leg-list`)],H);function Ve(e,t){let n=e?.frigate_urls[t.frigate_instance];return n?`${n}/explore?event_id=${encodeURIComponent(t.event_id)}`:null}function He(e,t){let n=Ve(e,t);return n===null?D:v`<a class="button quiet" href=${n} target="_blank" rel="noopener noreferrer">
    <fr-icon path=${ie}></fr-icon>${O(`leg.openInFrigate`)}
  </a>`}var U=300,Ue=54,W=30,We=1.645,G=class extends l{constructor(...e){super(...e),this.usual=null,this.took_s=0}static{this.styles=[p,m`
      figure {
        margin: 16px 0;
        max-width: 360px;
      }
      svg {
        display: block;
        width: 100%;
        height: auto;
        overflow: visible;
      }
      rect {
        fill: var(--line-strong);
      }
      rect.usual {
        fill: var(--accent);
        opacity: 0.75;
      }
      line {
        stroke: var(--ink);
        stroke-width: 2;
      }
      text {
        fill: var(--ink-2);
        font-size: 11px;
        font-variant-numeric: tabular-nums;
      }
      figcaption {
        margin-top: 4px;
      }
    `]}render(){let{usual:e,took_s:t}=this;if(e===null||t<0)return D;let n=Math.max(1.25*e.p95_s,Math.min(1.1*t,2*e.p95_s),1),r=e=>U*Math.min(e,n)/n,i=t=>t>=e.p5_s&&t<=e.p95_s,a=Ke(e,n),o=Math.max(...a),s=O(`leg.usual`,{walks:b(`leg.walks`,e.walks),from:w(e.p5_s),to:w(e.p95_s),took:w(t)});return v`<figure>
      <svg viewBox="0 -4 ${U} ${74}" role="img" aria-label=${s}>
        ${a.map((e,t)=>{let r=Ue*e/o;return re`<rect
            class=${i((t+.5)*n/W)?`usual`:``}
            x=${t*U/W} width=${U/W-1}
            y=${Ue-r} height=${r} rx="1"
          />`})}
        <line x1=${r(t)} x2=${r(t)} y1="-4" y2=${56} />
        ${Ge(r(t),w(t))}
      </svg>
      <figcaption class="muted small numbers">${s}</figcaption>
    </figure>`}};N([_({attribute:!1})],G.prototype,`usual`,void 0),N([_({type:Number})],G.prototype,`took_s`,void 0),G=N([a(`usual-curve`)],G);function Ge(e,t){return re`<text x=${e} y=${68} text-anchor=${e<20?`start`:e>280?`end`:`middle`}>${t}</text>`}function Ke({p50_s:e,p95_s:t},n){let r=Math.max(.05,Math.log(t/e)/We);return Array.from({length:W},(t,i)=>{let a=(i+.5)*n/W,o=Math.log(a/e)/r;return Math.exp(-.5*o*o)/a})}var K=class extends x{constructor(...e){super(...e),this.previous=null,this.edges=[],this.identityId=``,this.sighting=null,this.earlier=null,this.explanation=null,this.playing=!1,this.problem=``}static{this.styles=[p,i,m`
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
    `]}willUpdate(e){let t=e.get(`leg`);e.has(`leg`)&&(t?.sighting_id!==this.leg.sighting_id&&this.#n(),(t?.sighting_id!==this.leg.sighting_id||t.doubted!==this.leg.doubted)&&this.#r())}render(){let{previous:e,leg:t,explanation:n}=this;return v`<section class="card">
      <div class="head">
        <h2 class="grow">
          ${e?O(`leg.between`,{a:y(e.camera),b:y(t.camera)}):y(t.camera)}
        </h2>
        <button class="quiet" @click=${()=>this.playing=!this.playing}>
          <fr-icon path=${ae}></fr-icon>${O(`leg.clip`)}
        </button>
        ${He(this.services.site.state.info,t)}
      </div>
      ${this.playing?v`<fr-clip .sightingId=${t.sighting_id}></fr-clip>`:D}
      <evidence-view
        .first=${this.earlier}
        .second=${this.sighting}
        .terms=${n?.terms??[]}
        conclusion=${n?.conclusion??``}
      ></evidence-view>
      ${e?v`<usual-curve
            .usual=${Ae(this.edges,e,t)}
            .took_s=${t.start_s-e.end_s}
          ></usual-curve>`:D}
      ${this.problem?v`<p class="muted">${this.problem}</p>`:D}
      ${t.doubted?this.#e():D}
      ${e?v`<div class="answers">
            <button data-act @click=${()=>void this.#i()}>${O(`answer.same`)}</button>
            <button data-act @click=${()=>void this.#s()}>${O(`answer.different`)}</button>
            ${t.doubted?D:v`<button data-act @click=${()=>void this.#a()}>${O(`answer.unsure`)}</button>`}
            <a class="button quiet" href="#/settings?why=${encodeURIComponent(e.sighting_id)},${encodeURIComponent(t.sighting_id)}">
              <fr-icon path=${ie}></fr-icon>${O(`leg.why`)}
            </a>
          </div>`:D}
    </section>`}#e(){let e=this.#t(),t=e?.actor??`user`,n=t===`user`?O(`leg.somebody`):k(t);return v`<p class="open" role="status">
      <fr-icon path=${he}></fr-icon>
      <span class="grow">
        ${O(`leg.leftOpen`,{who:n})}
      </span>
      ${e?v`<button data-act class="quiet" @click=${()=>void this.#o(e)}>
            <fr-icon path=${de}></fr-icon>${O(`action.undo`)}
          </button>`:D}
    </p>`}#t(){return this.sighting?.decisions.find(e=>e.kind===`unsure`&&!e.undone)}#n(){this.playing=!1,this.problem=``}async#r(){let{leg:e,previous:t}=this,{api:n}=this.services,r=e=>n.get(`sightings/${encodeURIComponent(e)}`);try{let[i,a,o]=await Promise.all([r(e.sighting_id),t?r(t.sighting_id):null,t?n.post(`explain`,{a:t.sighting_id,b:e.sighting_id}):null]);if(this.leg!==e&&this.leg.sighting_id!==e.sighting_id)return;Object.assign(this,{sighting:i,earlier:a,explanation:o})}catch(e){this.problem=E(e).message}}async#i(){let{api:e,toasts:t}=this.services;try{let n=`sightings/${encodeURIComponent(this.leg.sighting_id)}/assign`,r=await e.post(n,{identity_id:this.identityId});t.done(O(`leg.sameDone`),r.decision_ids)}catch(e){t.failed(e)}}async#a(){let{api:e,toasts:t}=this.services;try{let n=`sightings/${encodeURIComponent(this.leg.sighting_id)}/unsure`,r=await e.post(n,{identity_id:this.identityId});t.done(O(`leg.unsureDone`),r.decision_ids)}catch(e){t.failed(e)}}async#o(e){let{api:t,toasts:n}=this.services;try{await t.post(`decisions/${encodeURIComponent(e.id)}/undo`),n.done(O(`undo.done`))}catch(e){n.failed(e)}}async#s(){let{api:e,toasts:t}=this.services;try{let n=`identities/${encodeURIComponent(this.identityId)}/split`,r=await e.post(n,{sightings:[this.leg.sighting_id]});t.done(b(`sightings.split`,1,{name:r.identity.label}),r.decision_ids)}catch(e){t.failed(e)}}};N([_({attribute:!1})],K.prototype,`leg`,void 0),N([_({attribute:!1})],K.prototype,`previous`,void 0),N([_({attribute:!1})],K.prototype,`edges`,void 0),N([_()],K.prototype,`identityId`,void 0),N([h()],K.prototype,`sighting`,void 0),N([h()],K.prototype,`earlier`,void 0),N([h()],K.prototype,`explanation`,void 0),N([h()],K.prototype,`playing`,void 0),N([h()],K.prototype,`problem`,void 0),K=N([a(`leg-detail`)],K);var qe=[],Je=4,Ye=8,Xe=class extends A{constructor(e,t,n){super({phase:`loading`,error:null,day:``,route:null,plan:null,cameras:[],trails:new Map,chosen:``,range:null,at_s:null,playing:!1}),this.api=e,this.identityId=t,this.zone=n}async load(e){let t=e!==this.state.day;t&&this.set({day:e,phase:`loading`,range:null,at_s:null,playing:!1});let[n,r]=_e(e,this.zone);try{let i=`identities/${encodeURIComponent(this.identityId)}/route`,a=await this.api.get(i,{from:n,to:r,branches:!0});if(this.state.day!==e)return;this.set({phase:`ready`,error:null,route:a}),t&&this.set({chosen:a.legs[0]?.sighting_id??``}),await this.#t(a)}catch(t){this.state.day===e&&this.set({phase:`error`,error:E(t)})}}step(e){return ce(this.state.day,e)}today(e){return T(e,this.zone)}choose(e){this.set({chosen:e})}brush(e){this.set({range:e})}scrub(e){this.set({at_s:e,playing:!1,...this.#e(e)})}play(e){let t=this.legs[0];if(t===void 0)return;let n=this.legs.at(-1)?.end_s??t.end_s,{at_s:r}=this.state,i=r===null||r>=n?t.start_s:r;this.set({playing:e,at_s:i})}advance(e){let{at_s:t,playing:n}=this.state;if(!n||t===null)return;let r=this.legs.find(e=>e.end_s>t);if(r===void 0){this.set({playing:!1});return}let i=r.start_s-t,a=i>32?i/Je:Ye,o=t+e*(i>0?a:Ye),s=i>0?Math.min(o,r.start_s+.001):Math.min(o,r.end_s);this.set({at_s:s,...this.#e(s)})}get edges(){return this.state.plan?.edges??qe}get legs(){let{route:e,range:t}=this.state,n=e?.legs??[];return t===null?n:n.filter(e=>e.end_s>=t[0]&&e.start_s<=t[1])}#e(e){let t=this.legs.findLast(t=>t.start_s<=e);return t?{chosen:t.sighting_id}:{}}async#t(e){try{let{items:t}=await this.api.get(`cameras`);this.set({cameras:t.map(e=>e.name)});let n=await this.api.get(`plan`);this.set({plan:n});let r=e.legs.slice(-50).map(e=>e.sighting_id);if(n.placements.length===0||r.length===0)return;let i=await this.api.get(`plan/trail`,{sighting_id:r});this.set({trails:new Map(i.items.map(e=>[e.sighting_id,e]))})}catch{}}},Ze=[p,i,d,be,m`
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
  `],q=class extends x{#e;#t;#n;constructor(){super(),this.person=null,this.day=``,this.store=null,this.#e=()=>void 0,this.#t=0,this.#n=0,new ye(this,()=>({" ":()=>this.#f(),ArrowLeft:()=>this.#u(-1),ArrowRight:()=>this.#u(1)}))}static{this.styles=Ze}willUpdate(e){let{person:t}=this;if(t===null)return;let n=e.get(`person`);(this.store===null||n&&n.id!==t.id)&&this.#c(t.id),(e.has(`person`)||e.has(`day`))&&this.store?.load(this.#l(t))}disconnectedCallback(){super.disconnectedCallback(),this.#e(),cancelAnimationFrame(this.#t),this.store=null}render(){let{store:e}=this;return e===null?D:v`<div class="bar">
        ${this.#r(e)}
        <span class="grow"></span>
        ${e.legs.length?v`<button @click=${()=>this.#f()}>
                <fr-icon path=${e.state.playing?ve:ae}></fr-icon>
                ${e.state.playing?O(`route.pause`):O(`route.play`)}
              </button>
              <export-button
                .request=${{identity_id:this.person?.id,from_s:e.state.range?.[0]??e.state.route?.from_s,to_s:e.state.range?.[1]??e.state.route?.to_s}}
              ></export-button>`:D}
      </div>
      ${this.#i(e)}`}#r(e){let{site:t}=this.services,n={today:O(`day.today`),yesterday:O(`day.yesterday`)},r=e.state.day||this.day,i=r>=e.today(t.now_s());return v`<div class="row">
      <button class="icon" aria-label=${O(`day.before`)} @click=${()=>this.#u(-1)}>
        <fr-icon path=${o}></fr-icon>
      </button>
      <label class="date"
        ><strong>${r?C(r,t.now_s(),t.zone,`en`,n):``}</strong>
        <input
          type="date"
          aria-label=${O(`day.choose`)}
          .value=${r}
          max=${e.today(t.now_s())}
          @change=${e=>this.#d(e.target.value)}
      /></label>
      <button class="icon" aria-label=${O(`day.after`)} ?disabled=${i} @click=${()=>this.#u(1)}>
        <fr-icon path=${u}></fr-icon>
      </button>
    </div>`}#i(e){let{phase:t,error:n,route:r}=e.state;return t===`loading`?F(1,`bones`):t===`error`&&r===null?v`<fr-notice .error=${n} @again=${()=>void e.load(e.state.day)}></fr-notice>`:r?.legs.length?this.#a(e):v`<fr-notice
        .icon=${oe}
        heading=${O(`route.none.title`)}
        text=${O(`route.none.text`)}
      ></fr-notice>`}#a(e){let{legs:t}=e,{chosen:n,route:r}=e.state,i=r?.legs??[],a=Math.max(0,i.findIndex(e=>e===t[0])),o=i.find(e=>e.sighting_id===n);return v`<div class="two">
      <div class="stack drawn">
        ${this.#o(e,a)}
        <div class="card">${this.#s(e)}</div>
      </div>
      <leg-list
        .legs=${t}
        .gaps=${r?.gaps??[]}
        .edges=${e.edges}
        .branches=${r?.branches??[]}
        .offset=${a}
        .chosen=${n}
        .zone=${this.services.site.zone}
        @choose=${t=>e.choose(t.detail)}
      ></leg-list>
      ${o?v`<leg-detail
            .leg=${o}
            .previous=${i[i.indexOf(o)-1]??null}
            .edges=${e.edges}
            .identityId=${this.person?.id??``}
          ></leg-detail>`:D}
    </div>`}#o(e,t){let{legs:n}=e,{chosen:r,trails:i,plan:a,at_s:o,route:s,cameras:c}=e.state,l=s?.legs.map(e=>e.camera)??[],u=Oe(a,[...new Set([...c,...l])]),d=we(a,u.floor?.id??null,n),f=Ce(n,s?.gaps.slice(t)??[],u.at,d),p=o===null?null:Te(f,o),ee={layout:f,branches:ze(s?.branches??[],f,u.at),trails:i,chosen:r,walker:p,onStop:t=>e.choose(t)};return v`<fr-plan
      .places=${u}
      .unplaced=${f.unplaced}
      label=${O(`route.planLabel`,{name:this.person?.label??``,n:n.length})}
      .layer=${e=>De(ee,e)}
    ></fr-plan>`}#s(e){let t=e.state.route?.legs??[],n=[...new Set(t.map(e=>e.camera))],r=t[0]?.start_s??0,i=t.at(-1)?.end_s??1,a=Math.max(10,(i-r)*.02),o=n.map(e=>({label:y(e),bars:t.filter(t=>t.camera===e).map(e=>({id:e.sighting_id,from_s:e.start_s,to_s:e.end_s,style:e.certainty===`unsure`?`dashed`:`solid`,label:O(`band.${e.certainty}`)}))})),{at_s:s,chosen:c}=e.state;return v`<fr-timeline
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
        ${s===null?O(`route.timelineHint`):M(s,this.services.site.zone,!0)}
      </p>`}#c(e){this.#e();let t=new Xe(this.services.api,e,this.services.site.zone);this.#e=t.subscribe(()=>this.requestUpdate()),this.store=t}#l(e){let{site:t}=this.services;return this.day||T(e.last_seen_s??t.now_s(),t.zone)}#u(e){let{store:t}=this;if(t===null)return;let n=t.step(e);n<=t.today(this.services.site.now_s())&&this.#d(n)}#d(e){e&&this.services.router.refine({day:e})}#f(){let{store:e}=this;e!==null&&(e.play(!e.state.playing),this.#n=performance.now(),e.state.playing&&(this.#t=requestAnimationFrame(e=>this.#p(e))))}#p(e){let{store:t}=this;t?.state.playing&&(t.advance((e-this.#n)/1e3),this.#n=e,this.#t=requestAnimationFrame(e=>this.#p(e)))}};N([_({attribute:!1})],q.prototype,`person`,void 0),N([_()],q.prototype,`day`,void 0),N([h()],q.prototype,`store`,void 0),q=N([a(`route-tab`)],q);var J=class extends x{constructor(){super(),g(this,()=>[this.store])}static{this.styles=[p,i,m`
      section {
        margin-bottom: 28px;
      }
      .pictures {
        white-space: nowrap;
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
    `]}render(){let e=Y(this.store.state.looks,e=>T(e.frame_time_s,this.services.site.zone));return e.length===0?v`<fr-notice
        .icon=${j}
        heading=${O(`looks.none.title`)}
        text=${O(`looks.none.text`)}
      ></fr-notice>`:e.map(([e,t])=>v`<section>
          <div class="row wrap">
            <h2>${this.#t(e)} <span class="muted small pictures">${b(`looks.pictures`,t.length)}</span></h2>
            <span class="grow"></span>
            <button data-act class="quiet" @click=${()=>void this.#r(t)}>
              <fr-icon path=${j}></fr-icon>${O(`looks.remove`)}
            </button>
          </div>
          <div class="all">${t.map(e=>this.#e(e))}</div>
        </section>`)}#e(e){return v`<figure>
      <fr-picture .src=${I(e.has_picture?e.id:null)} alt=${y(e.camera)}></fr-picture>
      <figcaption>
        <span class="grow cut">${y(e.camera)}</span>
        <fr-menu
          label=${O(`action.moreFor`,{name:y(e.camera)})}
          .items=${[{label:O(`looks.feature`),action:()=>void this.#n(e)},{label:O(`looks.bad`),action:()=>void this.#i(e)},{label:O(`looks.notThem`),danger:!0,action:()=>void this.#o(e)}]}
        ></fr-menu>
      </figcaption>
    </figure>`}#t(e){let{site:t}=this.services,n={today:O(`day.today`),yesterday:O(`day.yesterday`)};return C(e,t.now_s(),t.zone,`en`,n)}async#n(e){let{toasts:t}=this.services;try{t.done(O(`person.changed`),await this.store.change({feature_crop_id:e.id}))}catch(e){t.failed(e)}}#r(e){return this.#a(()=>this.store.removeLooks(e.map(e=>e.sighting_id)))}#i(e){return this.#a(()=>this.store.callBad([e.id]))}async#a(e){let{toasts:t}=this.services;try{let n=await e();t.done(b(`looks.removed`,n.length),n)}catch(e){t.failed(e)}}async#o(e){let{toasts:t}=this.services;try{let n=await this.store.split([e.sighting_id]);t.done(b(`sightings.split`,1,{name:n.identity.label}),n.decision_ids)}catch(e){t.failed(e)}}};N([_({attribute:!1})],J.prototype,`store`,void 0),J=N([a(`looks-tab`)],J);function Y(e,t){let n=new Map;for(let r of e){let e=t(r);n.set(e,[...n.get(e)??[],r])}return[...n].sort(([e],[t])=>t.localeCompare(e))}var X=class extends l{constructor(...e){super(...e),this.people=[],this.count=1,this.wanted=``}static{this.styles=[p,i,d,m`
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
    `]}render(){let e=this.wanted.toLocaleLowerCase(),t=this.people.filter(t=>t.label.toLocaleLowerCase().includes(e));return v`<fr-dialog wide heading=${b(`sightings.moveTitle`,this.count)} @closed=${()=>this.#e(`closed`)}>
      <input
        type="search"
        autofocus
        placeholder=${O(`people.search`)}
        aria-label=${O(`people.search`)}
        @input=${e=>this.wanted=e.target.value}
      />
      <div class="all">
        ${t.map(e=>v`<button class="one" @click=${()=>this.#e(`picked`,e)}>
              <fr-picture .src=${I(e.crop_id)}></fr-picture>${e.label}
            </button>`)}
      </div>
    </fr-dialog>`}#e(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};N([_({attribute:!1})],X.prototype,`people`,void 0),N([_({type:Number})],X.prototype,`count`,void 0),N([h()],X.prototype,`wanted`,void 0),X=N([a(`move-dialog`)],X);var Z=class extends x{constructor(){super(),this.moving=[],g(this,()=>[this.store])}static{this.styles=[p,i,s,m`
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
    `]}render(){let{sightings:e,sightingsCursor:t,selected:n}=this.store.state,{zone:r}=this.services.site;return e.length===0?v`<fr-notice
        .icon=${se}
        heading=${O(`sightings.none.title`)}
        text=${O(`sightings.none.text`)}
      ></fr-notice>`:v`${Y(e,e=>T(e.start_s,r)).map(([e,t])=>v`<section>
            <h2>${this.#r(e)} <span class="muted small">${b(`people.sightings`,t.length)}</span></h2>
            <div class="all">${t.map(e=>this.#e(e))}</div>
          </section>`)}
      ${t?v`<button @click=${()=>void this.store.moreSightings()}>${O(`action.more`)}</button>`:D}
      ${n.size?this.#t([...n]):D} ${this.#n()}`}#e(e){let{zone:t}=this.services.site,n=this.store.state.selected.has(e.id),r=M(e.start_s,t,!0);return v`<div class="one ${n?`selected`:``}">
      <button
        class="pick"
        role="checkbox"
        aria-checked=${n}
        aria-label=${O(`sightings.pick`,{camera:y(e.camera),time:r})}
        @click=${()=>this.store.toggle(e.id)}
      >
        <fr-picture .src=${I(e.crop_id)}></fr-picture>
      </button>
      <div class="words">
        <div class="grow">
          <strong class="cut">${y(e.camera)}</strong>
          <p class="muted small numbers cut">
            ${r} · ${w(e.last_seen_s-e.start_s)}
            ${e.firm?D:v`<span class="chip warn">${O(`band.unsure`)}</span>`}
          </p>
        </div>
        <fr-menu
          label=${O(`action.moreFor`,{name:r})}
          .items=${[{label:O(`sightings.moveTo`),action:()=>void this.#a([e.id])},{label:O(`sightings.splitOne`),action:()=>void this.#s([e.id])},{label:O(`sightings.splitFromHere`),action:()=>void this.#s(this.store.fromHereOn(e.id))},{label:O(`sightings.search`),action:()=>this.#i(e)}]}
        ></fr-menu>
      </div>
    </div>`}#t(e){return v`<div class="bar" role="toolbar" aria-label=${O(`people.selection`)}>
      <strong>${b(`people.selected`,e.length)}</strong>
      <button data-act class="quiet" @click=${()=>void this.#a(e)}>
        <fr-icon path=${t}></fr-icon>${O(`sightings.moveTo`)}
      </button>
      <button data-act class="quiet" @click=${()=>void this.#s(e)}>
        <fr-icon path=${ue}></fr-icon>${O(`sightings.splitOff`)}
      </button>
      <button class="quiet icon" aria-label=${O(`people.clear`)} @click=${()=>this.store.clearSelection()}>
        <fr-icon path=${te}></fr-icon>
      </button>
    </div>`}#n(){return this.moving.length===0?D:v`<move-dialog
      .people=${this.store.state.others}
      .count=${this.moving.length}
      @closed=${()=>this.moving=[]}
      @picked=${e=>void this.#o(e.detail)}
    ></move-dialog>`}#r(e){let{site:t}=this.services,n={today:O(`day.today`),yesterday:O(`day.yesterday`)};return C(e,t.now_s(),t.zone,`en`,n)}#i(e){location.hash=xe([`search`,`new`],{sighting:e.id})}async#a(e){await this.#c(()=>this.store.loadOthers()),this.moving=e}#o({id:e,label:t}){let{moving:n}=this;return this.moving=[],this.#c(async()=>{let r=await this.store.move(n,e);this.services.toasts.done(b(`sightings.moved`,n.length,{name:t}),r)})}#s(e){return this.#c(async()=>{let t=await this.store.split(e),n=b(`sightings.split`,e.length,{name:t.identity.label});this.services.toasts.done(n,t.decision_ids)})}async#c(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};N([_({attribute:!1})],Z.prototype,`store`,void 0),N([h()],Z.prototype,`moving`,void 0),Z=N([a(`sightings-tab`)],Z);var Q=class extends x{constructor(){super(),g(this,()=>[this.store])}static{this.styles=[p,i,s,m`
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
    `]}render(){let{decisions:e,decisionsCursor:t}=this.store.state,{site:n}=this.services;if(e.length===0)return v`<fr-notice
        .icon=${le}
        heading=${O(`history.none.title`)}
        text=${O(`history.none.text`)}
      ></fr-notice>`;let r={today:O(`day.today`),yesterday:O(`day.yesterday`)};return v`${Y(e,e=>T(e.at_s,n.zone)).map(([e,t])=>v`<section>
            <h2>${C(e,n.now_s(),n.zone,`en`,r)}</h2>
            <ol>${t.map(e=>this.#e(e))}</ol>
          </section>`)}
      ${t?v`<button @click=${()=>void this.store.moreDecisions()}>${O(`action.more`)}</button>`:D}`}#e(e){let t=e.actor!==`system`;return v`<li class=${e.undone?`undone`:``}>
      <time class="numbers">${M(e.at_s,this.services.site.zone,!0)}</time>
      <div class="grow">
        <p>${je(e)}</p>
      </div>
      <span class="chip ${t?`accent`:``}">${k(e.actor)}</span>
      ${e.undone?v`<span class="chip">${O(`history.undone`)}</span>`:v`<button data-act class="quiet" @click=${()=>void this.#t(e)}>
            <fr-icon path=${de}></fr-icon>${O(`action.undo`)}
          </button>`}
    </li>`}async#t(e){let{toasts:t}=this.services;try{t.done(O(`undo.done`),await this.store.undo(e.id))}catch(e){t.failed(e)}}};N([_({attribute:!1})],Q.prototype,`store`,void 0),Q=N([a(`history-tab`)],Q);var Qe=class extends A{constructor(e,t){super({phase:`loading`,error:null,person:null,looks:[],sightings:[],sightingsCursor:null,decisions:[],decisionsCursor:null,others:[],selected:new Set}),this.api=e,this.identityId=t}async load(){try{let e=await this.api.get(this.#a());this.set({phase:`ready`,error:null,person:e}),await Promise.all([this.#e(),this.#t(),this.#n()])}catch(e){this.set({phase:`error`,error:E(e)})}}async loadOthers(){let e=await this.api.get(`identities`,{limit:200});this.set({others:e.items.filter(e=>e.id!==this.state.person?.id)})}async moreSightings(){let e=await this.#r(this.state.sightingsCursor);this.set({sightings:[...this.state.sightings,...e.items],sightingsCursor:e.cursor})}async moreDecisions(){let e=await this.#i(this.state.decisionsCursor);this.set({decisions:[...this.state.decisions,...e.items],decisionsCursor:e.cursor})}async change(e){let t=await this.api.patch(this.#a(),e);return await this.load(),t.decision_ids}async forget(){await this.api.delete(this.#a())}toggle(e){let t=new Set(this.state.selected);t.delete(e)||t.add(e),this.set({selected:t})}clearSelection(){this.set({selected:new Set})}async split(e){let t=`${this.#a()}/split`,n=await this.api.post(t,{sightings:e});return this.clearSelection(),await this.load(),n}async move(e,t){let n=[];try{for(let r of e){let e=`sightings/${encodeURIComponent(r)}/assign`,i=await this.api.post(e,{identity_id:t});n.push(...i.decision_ids)}}finally{this.clearSelection(),await this.load()}return n}async callBad(e){let t=[];try{for(let n of e){let e=`crops/${encodeURIComponent(n)}`,r=await this.api.patch(e,{bad:!0});t.push(...r.decision_ids)}}finally{await this.load()}return t}async removeLooks(e){let t=[...new Set(e)].map(e=>this.api.get(`sightings/${encodeURIComponent(e)}`)),n=(await Promise.all(t)).flatMap(e=>e.crops);return this.callBad(n.filter(e=>!e.bad).map(e=>e.id))}fromHereOn(e){let t=this.state.sightings.find(t=>t.id===e);return t===void 0?[]:this.state.sightings.filter(e=>e.start_s>=t.start_s).map(e=>e.id)}async undo(e){let t=`decisions/${encodeURIComponent(e)}/undo`,n=await this.api.post(t);return await this.load(),n.decision_ids}async#e(){let e=await this.api.get(`${this.#a()}/templates`,{limit:24});this.set({looks:e.crops})}async#t(){let e=await this.#r(null);this.set({sightings:e.items,sightingsCursor:e.cursor})}async#n(){let e=await this.#i(null);this.set({decisions:e.items,decisionsCursor:e.cursor})}#r(e){return this.api.get(`${this.#a()}/sightings`,{cursor:e,limit:48})}#i(e){return this.api.get(`${this.#a()}/history`,{cursor:e,limit:50})}#a(){return`identities/${encodeURIComponent(this.identityId)}`}},$e=[`route`,`sightings`,`looks`,`history`],$=class extends x{#e;#t;constructor(){super(),this.identityId=``,this.store=null,this.#e=[],this.#t=0,g(this,()=>[this.services.router]),new ye(this,()=>({u:()=>void this.services.toasts.undoLast(O(`undo.done`)),Escape:()=>this.services.router.go([`people`])}))}static{this.styles=[p,i,be,m`
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
    `]}willUpdate(e){if(!e.has(`identityId`))return;this.#o();let t=new Qe(this.services.api,this.identityId),{live:n,toasts:r}=this.services;this.#e=[t.subscribe(()=>this.requestUpdate()),n.subscribe(({topic:e})=>e!==`health`&&this.#a()),n.onState(e=>e&&void t.load()),r.onUndone(()=>void t.load())],this.store=t,t.load()}disconnectedCallback(){super.disconnectedCallback(),this.#o()}render(){let{store:e}=this;return e===null?v``:v`<a class="button quiet back" href="#/people">
        <fr-icon path=${f}></fr-icon>${O(`people.title`)}
      </a>
      ${this.#n(e)}`}#n(e){let{phase:t,person:n,error:r}=e.state;if(t===`loading`)return F(1,`head`).concat(F(1,`body`));if(n===null)return r?.isNotFound?v`<fr-notice
          .icon=${ne}
          heading=${O(`person.gone`)}
          text=${r.message}
        ></fr-notice>`:v`<fr-notice .error=${r} @again=${()=>void e.load()}></fr-notice>`;let i=this.#i();return v`<person-header .store=${e}></person-header>
      <expected-line
        .identityId=${n.id}
        .last_seen_s=${n.last_seen_s??0}
      ></expected-line>
      <fr-tabs
        .tabs=${$e.map(e=>({name:e,label:O(`person.tab.${e}`)}))}
        .current=${i}
        @chosen=${e=>this.services.router.refine({tab:e.detail===`route`?null:e.detail})}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${O(`person.tab.${i}`)}>${this.#r(i,e)}</div>`}#r(e,t){let{router:n}=this.services;switch(e){case`route`:return v`<route-tab
          .person=${t.state.person}
          .day=${n.state.place.params.get(`day`)??``}
        ></route-tab>`;case`sightings`:return v`<sightings-tab .store=${t}></sightings-tab>`;case`looks`:return v`<looks-tab .store=${t}></looks-tab>`;case`history`:return v`<history-tab .store=${t}></history-tab>`}}#i(){let e=this.services.router.state.place.params.get(`tab`);return $e.find(t=>t===e)??`route`}#a(){clearTimeout(this.#t),this.#t=window.setTimeout(()=>void this.store?.load(),600)}#o(){clearTimeout(this.#t);for(let e of this.#e)e();this.#e=[]}};N([_()],$.prototype,`identityId`,void 0),N([h()],$.prototype,`store`,void 0),$=N([a(`person-page`)],$);export{$ as PersonPage};