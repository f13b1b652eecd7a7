import{Ft as e,Gt as t,It as n,Kt as r,N as i,P as a,Pt as o,Qt as s,Ut as c,Vt as l,Wt as u,Yt as d,a as f,an as p,at as m,b as h,f as g,jt as _,ln as v,n as y,qt as b,r as x,rn as S,s as C,tn as w,x as T}from"./words-CSYP8CTQ.js";import{t as E}from"./keys-BtAWeeJP.js";import{t as D}from"./query-all-DMSAddk8.js";import{i as O,r as k,t as A}from"./fr-picture-DPjzeCCH.js";import"./fr-clip-CQoxOa4A.js";import"./fr-dialog-DjE7l8O2.js";import"./term-bars-YUUf_4Nf.js";import{n as j,t as M}from"./usual-time-CgU2TkpY.js";var N=class extends r{constructor(...e){super(...e),this.people=[],this.also=new Set,this.name=``}static{this.styles=[o,e,s`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 12px;
        margin-bottom: 12px;
      }
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(104px, 132px));
        gap: 14px;
      }
      .one {
        all: unset;
        cursor: pointer;
        position: relative;
        border-radius: 10px;
        font-size: 13.5px;
        min-width: 0;
      }
      .one:focus-visible {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      .one[aria-checked='true'] fr-picture {
        outline: 3px solid var(--good);
      }
      .mark {
        position: absolute;
        top: 6px;
        right: 6px;
        width: 26px;
        height: 26px;
        border-radius: 50%;
        display: grid;
        place-content: center;
        background: rgb(20 26 38 / 45%);
        border: 2px solid #fff;
        color: transparent;
        --icon-size: 17px;
      }
      .one[aria-checked='true'] .mark {
        background: var(--good);
        color: var(--surface);
      }
      .name {
        display: flex;
        align-items: center;
        gap: 6px;
        padding-top: 5px;
      }
    `]}render(){if(this.people.length===0)return b;let e=this.also.size===this.people.length;return d`<section class="card" aria-label=${S(`review.group`)}>
      <div class="head">
        <h3 class="grow">${p(`review.alike`,this.people.length,{name:this.name})}</h3>
        <button aria-pressed=${e} @click=${()=>this.#t(`all`)}>
          ${S(e?`review.nobodyElse`:`review.all`)} <kbd>A</kbd>
        </button>
      </div>
      <div class="all">${this.people.map((e,t)=>this.#e(e,t))}</div>
    </section>`}#e(e,t){return d`<button
      class="one"
      role="checkbox"
      aria-checked=${this.also.has(e.id)}
      aria-label=${e.label}
      @click=${()=>this.#t(`toggle`,e.id)}
    >
      <fr-picture .src=${A(e.crop_id)}></fr-picture>
      <span class="mark"><fr-icon path=${i}></fr-icon></span>
      <span class="name"><kbd>${t+1}</kbd><span class="cut">${e.label}</span></span>
      <span class="muted small">${p(`people.sightings`,e.sightings)}</span>
    </button>`}#t(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};T([u({attribute:!1})],N.prototype,`people`,void 0),T([u({attribute:!1})],N.prototype,`also`,void 0),T([u()],N.prototype,`name`,void 0),N=T([t(`review-group`)],N);var P=[o,e,O,s`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 20px;
        max-width: 1080px;
        margin-inline: auto;
        min-width: 0;
      }
      .head {
        display: flex;
        align-items: baseline;
        flex-wrap: wrap;
        gap: 6px 14px;
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 24px;
        min-width: 0;
      }
      .two.with-group {
        --side-height: 34vh;
      }
      .evidence {
        display: grid;
        gap: 14px;
      }
      .nearest {
        font-weight: 560;
      }
      .answers {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 12px;
        position: sticky;
        bottom: var(--bar-height, 0px);
        padding: 12px 0 14px;
        background: linear-gradient(transparent, var(--ground) 14px);
        margin-top: -12px;
      }
      .answers button {
        min-height: 58px;
        font-size: 16px;
        border-radius: 14px;
        box-shadow: var(--shadow-1);
      }
      .changed {
        min-height: 40px;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        color: var(--ink-2);
        text-align: center;
      }
      .elsewhere {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 14px;
        padding: 8px 10px 8px 18px;
        min-height: 56px;
        border-radius: 12px;
        background: var(--warn-soft);
        color: var(--warn);
      }
      .tall {
        height: 460px;
      }
      @media (max-width: 700px) {
        .two {
          gap: 10px;
        }
        .answers button {
          padding: 0 6px;
 white-space: normal;
 flex-wrap: wrap;
 gap: 2px 8px;
        }
      }
    `],F=class extends h{constructor(...e){super(...e),this.crops=[],this.now_s=0,this.chosen=``}static{this.styles=[o,e,n,s`
      :host {
        display: block;
        min-width: 0;
      }
      .card {
        padding: 14px;
        display: grid;
        gap: 12px;
      }
      .pictures {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 1fr);
        gap: 10px;
        --picture-radius: 10px;
      }
      .pictures.single {
        grid-template-columns: minmax(0, 1fr);
      }
      .large {
        --picture-ratio: auto;
        height: var(--side-height, min(54vh, 520px));
      }
      .more {
        display: grid;
        gap: 10px;
        align-content: start;
      }
      .more button {
        all: unset;
        cursor: pointer;
        border-radius: 10px;
      }
      .more button:focus-visible,
      .more button[aria-pressed='true'] {
        outline: 3px solid var(--accent);
      }
      .foot {
        display: flex;
        align-items: start;
        gap: 8px;
      }
      .who {
        flex: 1;
        min-width: 0;
        padding: 0 4px 2px;
      }
      @media (max-width: 700px) {
        .card {
          padding: 8px;
        }
        .pictures {
          grid-template-columns: minmax(0, 1fr);
          gap: 6px;
        }
        .large {
          height: var(--side-height, min(36vh, 320px));
        }
        .more {
          grid-template-columns: repeat(3, minmax(0, 1fr));
          gap: 6px;
        }
      }
    `]}render(){let{person:e,shown:t}=this,n=this.crops.filter(e=>e!==this.crops[0]),r=this.now_s-(e.last_seen_s??this.now_s);return d`<section class="card" aria-label=${e.label}>
      <div class="pictures ${n.length?``:`single`}">
        <fr-picture class="large" fit="whole" .src=${A(t)} alt=${e.label}></fr-picture>
        <div class="more">
          ${(n.length?this.crops.slice(0,4):[]).map(e=>this.#e(e))}
        </div>
      </div>
      <div class="foot">
        <div class="who">
        <h2 class="cut"><a href="#/people/${encodeURIComponent(e.id)}">${e.label}</a></h2>
        <p class="muted">
          ${e.last_camera?f(e.last_camera):S(`people.never`)} · ${x(r)}
        </p>
        <p class="muted">
          ${p(`people.sightings`,e.sightings)}${e.words?` · ${e.words}`:b}
        </p>
        </div>
        <button data-act
          class="quiet icon"
          ?disabled=${t===null}
          title=${S(`review.bad`)}
          aria-label=${S(`review.badOf`,{name:e.label})}
          @click=${()=>this.dispatchEvent(new CustomEvent(`bad`,{detail:t}))}
        >
          <fr-icon path=${m}></fr-icon>
        </button>
      </div>
    </section>`}get shown(){return this.crops.includes(this.chosen)?this.chosen:this.crops[0]??this.person.crop_id}#e(e){return d`<button
      aria-label=${S(`review.showLarge`)}
      aria-pressed=${e===this.shown}
      @click=${()=>this.chosen=e}
    >
      <fr-picture .src=${A(e)}></fr-picture>
    </button>`}};T([u({attribute:!1})],F.prototype,`person`,void 0),T([u({attribute:!1})],F.prototype,`crops`,void 0),T([u({type:Number})],F.prototype,`now_s`,void 0),T([c()],F.prototype,`chosen`,void 0),F=T([t(`review-side`)],F);var I=10,L=50,R={merge:`same`,distinguish:`different`,unsure:`unsure`},z=6,B=class extends w{#e=new Set;#t=Promise.resolve();#n=``;constructor(e){super({phase:`loading`,error:null,queue:[],open:0,answered:[],elsewhere:null,also:new Set,group:[],busy:!1,more:!1,crops:new Map,edges:[]}),this.api=e}get current(){return this.state.queue[0]??null}async begin(e){this.#n=e,await this.load()}async load(){await this.#o(),await this.#d(),await this.#f()}async readWays(){try{this.set({edges:(await this.api.get(`plan`)).edges})}catch{}}async askMore(){this.set({more:!0,phase:`loading`}),await this.load()}async answer(e){let t=this.current;t===null||this.state.busy||(this.set({elsewhere:null}),await this.#i(()=>this.#a(t,e)))}toggleAlso(e){let t=new Set(this.state.also);t.delete(e)||t.add(e),this.set({also:t})}toggleAll(){let{also:e,group:t}=this.state;this.set({also:new Set(e.size<t.length?t.map(e=>e.id):[])})}async callBad(e,t){let n=this.current;n===null||this.state.busy||await this.#i(async()=>{let r=`crops/${encodeURIComponent(t)}`,i=await this.api.patch(r,{bad:!0});this.#c({review:n,answer:`bad`,decisions:i.decision_ids,person:e,also:0}),this.#u(e.id)})}async undo(){await this.#t.catch(()=>void 0);let e=this.state.answered.findLast(e=>e.decisions.length>0);return e===void 0||this.state.busy?!1:(await this.#i(async()=>{for(let t of e.decisions.toReversed())await this.api.post(`decisions/${encodeURIComponent(t)}/undo`);this.set({answered:this.state.answered.filter(t=>t!==e)}),this.#e.delete(e.review.id),this.#u(e.person.id)}),!0)}#r(e,t){let n=e.find(e=>e.id===t);return n===void 0?e:[n,...e.filter(e=>e!==n)]}async#i(e){this.set({busy:!0}),this.#t=e().then(()=>this.#o());try{await this.#t}finally{this.set({busy:!1})}await this.#d(),await this.#f()}async#a(e,t){let n=t===`same`?[...this.state.also]:[];try{let r=`reviews/${encodeURIComponent(e.id)}/answer`,i=await this.api.post(r,{answer:t,also:n}),a=i.decision_ids;this.#c({review:e,answer:t,decisions:a,person:i.identity,also:n.length})}catch(t){let n=v(t);if(!n.isNotFound&&n.code!==`conflict`)throw n;this.set({elsewhere:await this.#l(e)})}this.#e.add(e.id)}async#o(){let e=this.#n;try{let{items:t,open:n}=await this.api.get(`reviews/next`,{count:e?L:I,more:this.state.more}),r=e?null:this.current,i=this.#r(this.#s(t),e||r?.id);if(e&&(this.#n=``),this.set({phase:`ready`,error:null,queue:i,open:n}),i[0]?.id===r?.id)return;this.set({also:new Set,group:[]}),r!==null&&!this.state.busy&&this.set({elsewhere:await this.#l(r)})}catch(e){let t=this.#s(this.state.queue);this.set({phase:`error`,error:v(e),queue:t})}}#s(e){return e.filter(e=>!this.#e.has(e.id))}#c(e){this.set({answered:[...this.state.answered,e]})}async undoElsewhere(){let e=this.state.elsewhere?.decision;e&&(await this.api.post(`decisions/${encodeURIComponent(e)}/undo`),this.set({elsewhere:null}),await this.load())}get answers(){return this.state.answered.filter(e=>e.answer!==`bad`).length}async#l(e){let t={review:e,outcome:`gone`,decision:null};try{let n=`identities/${encodeURIComponent(e.a.id)}/history`,{items:r}=await this.api.get(n,{limit:10}),i=r.find(t=>!t.undone&&V(t,e));return i===void 0?t:{review:e,outcome:R[i.kind]??`gone`,decision:i.id}}catch{return t}}#u(e){let t=new Map(this.state.crops);t.delete(e),this.set({crops:t})}async#d(){let e=this.current;if(e===null)return;let t=e.group.filter(t=>t!==e.a.id&&t!==e.b.id);if(t.join()===this.state.group.map(e=>e.id).join())return;let n=t.map(e=>this.api.get(`identities/${encodeURIComponent(e)}`)),r=await Promise.allSettled(n);if(this.current?.id!==e.id)return;let i=r.flatMap(e=>e.status===`fulfilled`?[e.value]:[]),a=new Set(i.map(e=>e.id)),o=new Set([...this.state.also].filter(e=>a.has(e)));this.set({group:i,also:o})}async#f(){let e=this.state.queue.slice(0,2).flatMap(e=>[e.a.id,e.b.id]),t=new Map(this.state.crops);for(let n of new Set(e))if(!t.has(n))try{let e=`identities/${encodeURIComponent(n)}/templates`,r=await this.api.get(e,{limit:z});t.set(n,r.crops.filter(e=>e.has_picture).map(e=>e.id))}catch{t.set(n,[])}this.set({crops:t})}};function V(e,{a:t,b:n}){if(!(e.kind in R))return!1;let r=e.changes.flatMap(e=>[e.subject_id,e.after].flat());return r.includes(t.id)&&r.includes(n.id)}function H(e){let t=e.probability>=.5,n=[...e.terms].filter(e=>typeof e.value==`number`&&e.name!==`probability`).sort((e,t)=>Math.abs(Number(t.value))-Math.abs(Number(e.value)))[0],r=S(t?`review.likely`:`review.unlikely`),i=p(`review.settles`,e.sightings);return[r,n?.words,i].filter(Boolean).join(` `)}var U=Math.log(3);function W({nearest:e,terms:t},n){let r=e=>Number(t.find(t=>t.name===e)?.value),i=r(`appearance`),a=r(`face`),o=i>=U?`likely`:i<=-U?`unlikely`:`unsure`;return[...e?[G(e),K(e,n)]:[],Number.isFinite(i)?S(`review.looks.${o}`):``,S(a>0?`review.face.for`:a<0?`review.face.against`:`review.face.none`)].filter(Boolean).join(` · `)}function G({from_camera:e,to_camera:t}){let[n,r]=[f(e),f(t)];return n===r?S(`review.sameCamera`,{camera:n}):`${n} → ${r}`}function K(e,t){let{gap_s:n}=e;if(n<0)return S(`route.overlap`,{time:g(-n)});let r=S(`review.later`,{time:C(n)?g(n):y(n)}),i=C(n)?M(t,{camera:e.from_camera,frigate_instance:e.from_instance},{camera:e.to_camera,frigate_instance:e.to_instance}):null;return i===null?r:`${r} (${j(i)})`}function q({answer:e,review:t,person:n,also:r}){let i={a:t.a.label,b:t.b.label,name:n.label};if(e===`same`){let e=p(`people.sightings`,n.sightings);return S(`review.did.same`,{...i,n:r+2,sightings:e})}return S(`review.did.${e}`,i)}function J({a:e,b:t}){return e.sightings<=t.sightings?e:t}function Y(e){return p(`review.minutes`,Math.max(1,Math.round(e*5/60)))}var X=700,Z=500,Q=[`1`,`2`,`3`,`4`,`5`,`6`],$=class extends h{#e;#t;#n;#r;#i;constructor(){super(),this.#e=null,this.#t=[],this.clip=``,this.#n=null,this.#r=0,this.#i=0,l(this,()=>[this.store]),new E(this,()=>({y:()=>void this.#h(`same`),n:()=>void this.#h(`different`),s:()=>void this.#h(`unsure`),u:()=>void this.#y(),o:()=>void this.#b(),b:()=>this.#_(),a:()=>this.store.toggleAll(),...Object.fromEntries(Q.map(e=>[e,()=>this.#v(Number(e)-1)]))}))}static{this.styles=P}get store(){return this.#e??=new B(this.services.api),this.#e}connectedCallback(){super.connectedCallback();let{live:e,toasts:t}=this.services;this.#t=[e.subscribe(({topic:e})=>{(e===`identities`||e===`reviews`)&&this.#p()}),e.onState(e=>e&&void this.store.load()),t.onUndone(()=>void this.store.load()),this.store.subscribe(()=>this.#m())],this.store.begin(this.services.router.state.place.params.get(`question`)??``),this.store.readWays()}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#i),this.#i=0;for(let e of this.#t)e()}render(){let{open:e,phase:t}=this.store.state,n=this.store.current;return d`<div class="head">
        <h1>${S(n?`review.title`:`nav.review`)}</h1>
        ${t===`ready`&&e>0?d`<p class="muted numbers">${p(`review.open`,e)} · ${Y(e)}</p>`:b}
      </div>
      ${this.#u()} ${this.#a(n)} ${this.#d()} ${this.#f()}`}#a(e){let{phase:t,error:n}=this.store.state;return t===`loading`?d`<div class="two">${k(2,`tall`)}</div>`:t===`error`&&e===null?d`<fr-notice .error=${n} @again=${()=>void this.store.load()}></fr-notice>`:e===null?this.#o():this.#s(e)}#o(){let{answers:e}=this.store;return d`<fr-notice
      .icon=${a}
      heading=${S(`review.none.title`)}
      text=${e?p(`review.none.after`,e):S(`review.none.text`)}
    >
      ${this.store.state.more?d`<a href="#/people">${S(`people.title`)}</a>`:d`<button @click=${()=>void this.store.askMore()}>${S(`review.more`)}</button>`}
    </fr-notice>`}#s(e){let{group:t,also:n}=this.store.state;return d`<div class="two ${t.length?`with-group`:``}">${this.#c(e.a)} ${this.#c(e.b)}</div>
      <div class="card evidence">
        <p class="nearest numbers">${W(e,this.store.state.edges)}</p>
        <p>${H(e)}</p>
        <details>
          <summary>${S(`review.reasons`)}</summary>
          <term-bars .terms=${e.terms}></term-bars>
        </details>
      </div>
      <review-group
        .people=${t}
        .also=${n}
        name=${e.a.label}
        @toggle=${({detail:e})=>this.store.toggleAlso(e)}
        @all=${()=>this.store.toggleAll()}
      ></review-group>
      ${this.#l()}`}#c(e){return d`<review-side
      .person=${e}
      .crops=${this.store.state.crops.get(e.id)??[]}
      .now_s=${this.services.site.now_s()}
      @bad=${({detail:t})=>void this.#g(e,t)}
    ></review-side>`}#l(){let{busy:e,also:t}=this.store.state,n=t.size?S(`review.sameAll`,{n:t.size+2}):S(`answer.same`),r=(t,n,r)=>d`<button data-act aria-disabled=${e} @click=${()=>void this.#h(t)}>
        ${r} <kbd>${n}</kbd>
      </button>`;return d`<div class="answers">
      ${r(`different`,`N`,S(`answer.different`))}
      ${r(`unsure`,`S`,S(`answer.unsure`))} ${r(`same`,`Y`,n)}
    </div>`}#u(){let{elsewhere:e}=this.store.state;if(e===null)return b;let{review:t,outcome:n,decision:r}=e;return d`<p class="elsewhere" role="status">
      <span class="grow">
        ${S(`review.elsewhere.${n}`,{a:t.a.label,b:t.b.label})}
      </span>
      ${r===null?b:d`<button data-act @click=${()=>void this.#x(()=>this.store.undoElsewhere())}>
            <fr-icon path=${_}></fr-icon>${S(`action.undo`)}
          </button>`}
    </p>`}#d(){let e=this.store.state.answered.at(-1);return e===void 0?b:d`<p class="changed" role="status">
      ${q(e)}
      ${e.decisions.length?d`<button data-act class="quiet" @click=${()=>void this.#y()}>
            <fr-icon path=${_}></fr-icon>${S(`action.undo`)} <kbd>U</kbd>
          </button>`:b}
    </p>`}#f(){return this.clip?d`<fr-dialog wide heading=${S(`leg.clip`)} @closed=${()=>this.clip=``}>
      <fr-clip .sightingId=${this.clip}></fr-clip>
    </fr-dialog>`:b}#p(){this.#i===0&&(this.#i=window.setTimeout(()=>{this.#i=0,this.store.load()},Z))}#m(){let{elsewhere:e}=this.store.state;e!==null&&e!==this.#n&&(this.#r=performance.now()+X),this.#n=e}async#h(e){performance.now()>=this.#r&&await this.#x(()=>this.store.answer(e))}#g(e,t){return this.#x(()=>this.store.callBad(e,t))}#_(){let e=this.store.current;if(e===null)return;let t=J(e),n=[...this.sides].find(e=>e.person.id===t.id);n?.shown&&this.#g(t,n.shown)}#v(e){let t=this.store.state.group[e];t&&this.store.toggleAlso(t.id)}#y(){return this.#x(async()=>{await this.store.undo()||await this.services.toasts.undoLast(S(`undo.done`))})}#b(){let e=this.store.current;if(e===null)return Promise.resolve();let t=`identities/${encodeURIComponent(J(e).id)}/sightings`;return this.#x(async()=>{let{items:e}=await this.services.api.get(t,{limit:1});this.clip=e[0]?.id??``})}async#x(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};T([c()],$.prototype,`clip`,void 0),T([D(`review-side`)],$.prototype,`sides`,void 0),$=T([t(`review-page`)],$);export{$ as ReviewPage};