import{$t as e,Gt as t,Ht as n,M as r,Mt as i,Nt as a,Pt as o,Ut as s,Vt as c,Wt as l,Xt as u,a as d,j as f,kt as p,qt as m,r as h,rn as g,rt as _,sn as v,tn as y,v as b,y as x,zt as S}from"./words-C_uNMI3r.js";import{t as C}from"./keys-BtAWeeJP.js";import{t as w}from"./query-all-epfBJQSk.js";import{i as T,r as E,t as D}from"./fr-picture-EoGOyFn8.js";import"./fr-clip-CI-E3bHx.js";import"./fr-dialog-D-4xP5PV.js";import"./term-bars-DuQuW-lH.js";var O=class extends l{constructor(...e){super(...e),this.people=[],this.also=new Set,this.name=``}static{this.styles=[i,a,u`
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
    `]}render(){if(this.people.length===0)return t;let e=this.also.size===this.people.length;return m`<section class="card" aria-label=${y(`review.group`)}>
      <div class="head">
        <h3 class="grow">${g(`review.alike`,this.people.length,{name:this.name})}</h3>
        <button aria-pressed=${e} @click=${()=>this.#t(`all`)}>
          ${y(e?`review.nobodyElse`:`review.all`)} <kbd>A</kbd>
        </button>
      </div>
      <div class="all">${this.people.map((e,t)=>this.#e(e,t))}</div>
    </section>`}#e(e,t){return m`<button
      class="one"
      role="checkbox"
      aria-checked=${this.also.has(e.id)}
      aria-label=${e.label}
      @click=${()=>this.#t(`toggle`,e.id)}
    >
      <fr-picture .src=${D(e.crop_id)}></fr-picture>
      <span class="mark"><fr-icon path=${f}></fr-icon></span>
      <span class="name"><kbd>${t+1}</kbd><span class="cut">${e.label}</span></span>
      <span class="muted small">${g(`people.sightings`,e.sightings)}</span>
    </button>`}#t(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};x([n({attribute:!1})],O.prototype,`people`,void 0),x([n({attribute:!1})],O.prototype,`also`,void 0),x([n()],O.prototype,`name`,void 0),O=x([s(`review-group`)],O);var k=[i,a,T,u`
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
    `],A=class extends b{constructor(...e){super(...e),this.crops=[],this.now_s=0,this.chosen=``}static{this.styles=[i,a,o,u`
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
    `]}render(){let{person:e,shown:n}=this,r=this.crops.filter(e=>e!==this.crops[0]),i=this.now_s-(e.last_seen_s??this.now_s);return m`<section class="card" aria-label=${e.label}>
      <div class="pictures ${r.length?``:`single`}">
        <fr-picture class="large" fit="whole" .src=${D(n)} alt=${e.label}></fr-picture>
        <div class="more">
          ${(r.length?this.crops.slice(0,4):[]).map(e=>this.#e(e))}
        </div>
      </div>
      <div class="foot">
        <div class="who">
        <h2 class="cut"><a href="#/people/${encodeURIComponent(e.id)}">${e.label}</a></h2>
        <p class="muted">
          ${e.last_camera?d(e.last_camera):y(`people.never`)} · ${h(i)}
        </p>
        <p class="muted">
          ${g(`people.sightings`,e.sightings)}${e.words?` · ${e.words}`:t}
        </p>
        </div>
        <button data-act
          class="quiet icon"
          ?disabled=${n===null}
          title=${y(`review.bad`)}
          aria-label=${y(`review.badOf`,{name:e.label})}
          @click=${()=>this.dispatchEvent(new CustomEvent(`bad`,{detail:n}))}
        >
          <fr-icon path=${_}></fr-icon>
        </button>
      </div>
    </section>`}get shown(){return this.crops.includes(this.chosen)?this.chosen:this.crops[0]??this.person.crop_id}#e(e){return m`<button
      aria-label=${y(`review.showLarge`)}
      aria-pressed=${e===this.shown}
      @click=${()=>this.chosen=e}
    >
      <fr-picture .src=${D(e)}></fr-picture>
    </button>`}};x([n({attribute:!1})],A.prototype,`person`,void 0),x([n({attribute:!1})],A.prototype,`crops`,void 0),x([n({type:Number})],A.prototype,`now_s`,void 0),x([c()],A.prototype,`chosen`,void 0),A=x([s(`review-side`)],A);var j=10,M={merge:`same`,distinguish:`different`,unsure:`unsure`},N=6,P=class extends e{#e=new Set;#t=Promise.resolve();constructor(e){super({phase:`loading`,error:null,queue:[],open:0,answered:[],elsewhere:null,also:new Set,group:[],busy:!1,more:!1,crops:new Map}),this.api=e}get current(){return this.state.queue[0]??null}async load(){await this.#a(),await this.#u(),await this.#d()}async askMore(){this.set({more:!0,phase:`loading`}),await this.load()}async answer(e){let t=this.current;t===null||this.state.busy||(this.set({elsewhere:null}),await this.#r(()=>this.#i(t,e)))}toggleAlso(e){let t=new Set(this.state.also);t.delete(e)||t.add(e),this.set({also:t})}toggleAll(){let{also:e,group:t}=this.state;this.set({also:new Set(e.size<t.length?t.map(e=>e.id):[])})}async callBad(e,t){let n=this.current;n===null||this.state.busy||await this.#r(async()=>{let r=`crops/${encodeURIComponent(t)}`,i=await this.api.patch(r,{bad:!0});this.#s({review:n,answer:`bad`,decisions:i.decision_ids,person:e,also:0}),this.#l(e.id)})}async undo(){await this.#t.catch(()=>void 0);let e=this.state.answered.findLast(e=>e.decisions.length>0);return e===void 0||this.state.busy?!1:(await this.#r(async()=>{for(let t of e.decisions.toReversed())await this.api.post(`decisions/${encodeURIComponent(t)}/undo`);this.set({answered:this.state.answered.filter(t=>t!==e)}),this.#e.delete(e.review.id),this.#l(e.person.id)}),!0)}#n(e){let t=this.current,n=e.find(e=>e.id===t?.id);return n===void 0?e:[n,...e.filter(e=>e!==n)]}async#r(e){this.set({busy:!0}),this.#t=e().then(()=>this.#a());try{await this.#t}finally{this.set({busy:!1})}await this.#u(),await this.#d()}async#i(e,t){let n=t===`same`?[...this.state.also]:[];try{let r=`reviews/${encodeURIComponent(e.id)}/answer`,i=await this.api.post(r,{answer:t,also:n}),a=i.decision_ids;this.#s({review:e,answer:t,decisions:a,person:i.identity,also:n.length})}catch(t){let n=v(t);if(!n.isNotFound&&n.code!==`conflict`)throw n;this.set({elsewhere:await this.#c(e)})}this.#e.add(e.id)}async#a(){try{let{items:e,open:t}=await this.api.get(`reviews/next`,{count:j,more:this.state.more}),n=this.current,r=this.#n(this.#o(e));if(this.set({phase:`ready`,error:null,queue:r,open:t}),r[0]?.id===n?.id)return;this.set({also:new Set,group:[]}),n!==null&&!this.state.busy&&this.set({elsewhere:await this.#c(n)})}catch(e){let t=this.#o(this.state.queue);this.set({phase:`error`,error:v(e),queue:t})}}#o(e){return e.filter(e=>!this.#e.has(e.id))}#s(e){this.set({answered:[...this.state.answered,e]})}async undoElsewhere(){let e=this.state.elsewhere?.decision;e&&(await this.api.post(`decisions/${encodeURIComponent(e)}/undo`),this.set({elsewhere:null}),await this.load())}get answers(){return this.state.answered.filter(e=>e.answer!==`bad`).length}async#c(e){let t={review:e,outcome:`gone`,decision:null};try{let n=`identities/${encodeURIComponent(e.a.id)}/history`,{items:r}=await this.api.get(n,{limit:10}),i=r.find(t=>!t.undone&&F(t,e));return i===void 0?t:{review:e,outcome:M[i.kind]??`gone`,decision:i.id}}catch{return t}}#l(e){let t=new Map(this.state.crops);t.delete(e),this.set({crops:t})}async#u(){let e=this.current;if(e===null)return;let t=e.group.filter(t=>t!==e.a.id&&t!==e.b.id);if(t.join()===this.state.group.map(e=>e.id).join())return;let n=t.map(e=>this.api.get(`identities/${encodeURIComponent(e)}`)),r=await Promise.allSettled(n);if(this.current?.id!==e.id)return;let i=r.flatMap(e=>e.status===`fulfilled`?[e.value]:[]),a=new Set(i.map(e=>e.id)),o=new Set([...this.state.also].filter(e=>a.has(e)));this.set({group:i,also:o})}async#d(){let e=this.state.queue.slice(0,2).flatMap(e=>[e.a.id,e.b.id]),t=new Map(this.state.crops);for(let n of new Set(e))if(!t.has(n))try{let e=`identities/${encodeURIComponent(n)}/templates`,r=await this.api.get(e,{limit:N});t.set(n,r.crops.filter(e=>e.has_picture).map(e=>e.id))}catch{t.set(n,[])}this.set({crops:t})}};function F(e,{a:t,b:n}){if(!(e.kind in M))return!1;let r=e.changes.flatMap(e=>[e.subject_id,e.after].flat());return r.includes(t.id)&&r.includes(n.id)}function I(e){let t=e.probability>=.5,n=[...e.terms].filter(e=>typeof e.value==`number`&&e.name!==`probability`).sort((e,t)=>Math.abs(Number(t.value))-Math.abs(Number(e.value)))[0],r=y(t?`review.likely`:`review.unlikely`),i=g(`review.settles`,e.sightings);return[r,n?.words,i].filter(Boolean).join(` `)}function L({answer:e,review:t,person:n,also:r}){let i={a:t.a.label,b:t.b.label,name:n.label};if(e===`same`){let e=g(`people.sightings`,n.sightings);return y(`review.did.same`,{...i,n:r+2,sightings:e})}return y(`review.did.${e}`,i)}function R({a:e,b:t}){return e.sightings<=t.sightings?e:t}function z(e){return g(`review.minutes`,Math.max(1,Math.round(e*5/60)))}var B=700,V=500,H=[`1`,`2`,`3`,`4`,`5`,`6`],U=class extends b{#e;#t;#n;#r;#i;constructor(){super(),this.#e=null,this.#t=[],this.clip=``,this.#n=null,this.#r=0,this.#i=0,S(this,()=>[this.store]),new C(this,()=>({y:()=>void this.#h(`same`),n:()=>void this.#h(`different`),s:()=>void this.#h(`unsure`),u:()=>void this.#y(),o:()=>void this.#b(),b:()=>this.#_(),a:()=>this.store.toggleAll(),...Object.fromEntries(H.map(e=>[e,()=>this.#v(Number(e)-1)]))}))}static{this.styles=k}get store(){return this.#e??=new P(this.services.api),this.#e}connectedCallback(){super.connectedCallback();let{live:e,toasts:t}=this.services;this.#t=[e.subscribe(({topic:e})=>{(e===`identities`||e===`reviews`)&&this.#p()}),e.onState(e=>e&&void this.store.load()),t.onUndone(()=>void this.store.load()),this.store.subscribe(()=>this.#m())],this.store.load()}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#i),this.#i=0;for(let e of this.#t)e()}render(){let{open:e,phase:n}=this.store.state,r=this.store.current;return m`<div class="head">
        <h1>${y(r?`review.title`:`nav.review`)}</h1>
        ${n===`ready`&&e>0?m`<p class="muted numbers">${g(`review.open`,e)} · ${z(e)}</p>`:t}
      </div>
      ${this.#u()} ${this.#a(r)} ${this.#d()} ${this.#f()}`}#a(e){let{phase:t,error:n}=this.store.state;return t===`loading`?m`<div class="two">${E(2,`tall`)}</div>`:t===`error`&&e===null?m`<fr-notice .error=${n} @again=${()=>void this.store.load()}></fr-notice>`:e===null?this.#o():this.#s(e)}#o(){let{answers:e}=this.store;return m`<fr-notice
      .icon=${r}
      heading=${y(`review.none.title`)}
      text=${e?g(`review.none.after`,e):y(`review.none.text`)}
    >
      ${this.store.state.more?m`<a href="#/people">${y(`people.title`)}</a>`:m`<button @click=${()=>void this.store.askMore()}>${y(`review.more`)}</button>`}
    </fr-notice>`}#s(e){let{group:t,also:n}=this.store.state;return m`<div class="two ${t.length?`with-group`:``}">${this.#c(e.a)} ${this.#c(e.b)}</div>
      <div class="card evidence">
        <p>${I(e)}</p>
        <details>
          <summary>${y(`review.reasons`)}</summary>
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
      ${this.#l()}`}#c(e){return m`<review-side
      .person=${e}
      .crops=${this.store.state.crops.get(e.id)??[]}
      .now_s=${this.services.site.now_s()}
      @bad=${({detail:t})=>void this.#g(e,t)}
    ></review-side>`}#l(){let{busy:e,also:t}=this.store.state,n=t.size?y(`review.sameAll`,{n:t.size+2}):y(`answer.same`),r=(t,n,r)=>m`<button data-act aria-disabled=${e} @click=${()=>void this.#h(t)}>
        ${r} <kbd>${n}</kbd>
      </button>`;return m`<div class="answers">
      ${r(`different`,`N`,y(`answer.different`))}
      ${r(`unsure`,`S`,y(`answer.unsure`))} ${r(`same`,`Y`,n)}
    </div>`}#u(){let{elsewhere:e}=this.store.state;if(e===null)return t;let{review:n,outcome:r,decision:i}=e;return m`<p class="elsewhere" role="status">
      <span class="grow">
        ${y(`review.elsewhere.${r}`,{a:n.a.label,b:n.b.label})}
      </span>
      ${i===null?t:m`<button data-act @click=${()=>void this.#x(()=>this.store.undoElsewhere())}>
            <fr-icon path=${p}></fr-icon>${y(`action.undo`)}
          </button>`}
    </p>`}#d(){let e=this.store.state.answered.at(-1);return e===void 0?t:m`<p class="changed" role="status">
      ${L(e)}
      ${e.decisions.length?m`<button data-act class="quiet" @click=${()=>void this.#y()}>
            <fr-icon path=${p}></fr-icon>${y(`action.undo`)} <kbd>U</kbd>
          </button>`:t}
    </p>`}#f(){return this.clip?m`<fr-dialog wide heading=${y(`leg.clip`)} @closed=${()=>this.clip=``}>
      <fr-clip .sightingId=${this.clip}></fr-clip>
    </fr-dialog>`:t}#p(){this.#i===0&&(this.#i=window.setTimeout(()=>{this.#i=0,this.store.load()},V))}#m(){let{elsewhere:e}=this.store.state;e!==null&&e!==this.#n&&(this.#r=performance.now()+B),this.#n=e}async#h(e){performance.now()>=this.#r&&await this.#x(()=>this.store.answer(e))}#g(e,t){return this.#x(()=>this.store.callBad(e,t))}#_(){let e=this.store.current;if(e===null)return;let t=R(e),n=[...this.sides].find(e=>e.person.id===t.id);n?.shown&&this.#g(t,n.shown)}#v(e){let t=this.store.state.group[e];t&&this.store.toggleAlso(t.id)}#y(){return this.#x(async()=>{await this.store.undo()||await this.services.toasts.undoLast(y(`undo.done`))})}#b(){let e=this.store.current;if(e===null)return Promise.resolve();let t=`identities/${encodeURIComponent(R(e).id)}/sightings`;return this.#x(async()=>{let{items:e}=await this.services.api.get(t,{limit:1});this.clip=e[0]?.id??``})}async#x(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};x([c()],U.prototype,`clip`,void 0),x([w(`review-side`)],U.prototype,`sides`,void 0),U=x([s(`review-page`)],U);export{U as ReviewPage};