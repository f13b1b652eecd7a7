import{At as e,Bt as t,Ft as n,Gt as r,Ht as i,Jt as a,Kt as o,M as s,N as c,Nt as l,Pt as u,Ut as d,Wt as f,Zt as p,a as m,b as h,cn as g,en as _,in as v,it as y,nn as b,r as x,y as S}from"./words-wkC6vuRC.js";import{t as C}from"./keys-BtAWeeJP.js";import{t as w}from"./query-all-C1j56B3d.js";import{i as T,r as E,t as D}from"./fr-picture-7a8VXDMG.js";import"./fr-clip-BvbmwDQm.js";import"./fr-dialog-NYLk0EF6.js";import"./term-bars-CC9TkOVw.js";var O=class extends r{constructor(...e){super(...e),this.people=[],this.also=new Set,this.name=``}static{this.styles=[l,u,p`
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
    `]}render(){if(this.people.length===0)return o;let e=this.also.size===this.people.length;return a`<section class="card" aria-label=${b(`review.group`)}>
      <div class="head">
        <h3 class="grow">${v(`review.alike`,this.people.length,{name:this.name})}</h3>
        <button aria-pressed=${e} @click=${()=>this.#t(`all`)}>
          ${b(e?`review.nobodyElse`:`review.all`)} <kbd>A</kbd>
        </button>
      </div>
      <div class="all">${this.people.map((e,t)=>this.#e(e,t))}</div>
    </section>`}#e(e,t){return a`<button
      class="one"
      role="checkbox"
      aria-checked=${this.also.has(e.id)}
      aria-label=${e.label}
      @click=${()=>this.#t(`toggle`,e.id)}
    >
      <fr-picture .src=${D(e.crop_id)}></fr-picture>
      <span class="mark"><fr-icon path=${s}></fr-icon></span>
      <span class="name"><kbd>${t+1}</kbd><span class="cut">${e.label}</span></span>
      <span class="muted small">${v(`people.sightings`,e.sightings)}</span>
    </button>`}#t(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};h([d({attribute:!1})],O.prototype,`people`,void 0),h([d({attribute:!1})],O.prototype,`also`,void 0),h([d()],O.prototype,`name`,void 0),O=h([f(`review-group`)],O);var k=[l,u,T,p`
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
    `],A=class extends S{constructor(...e){super(...e),this.crops=[],this.now_s=0,this.chosen=``}static{this.styles=[l,u,n,p`
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
    `]}render(){let{person:e,shown:t}=this,n=this.crops.filter(e=>e!==this.crops[0]),r=this.now_s-(e.last_seen_s??this.now_s);return a`<section class="card" aria-label=${e.label}>
      <div class="pictures ${n.length?``:`single`}">
        <fr-picture class="large" fit="whole" .src=${D(t)} alt=${e.label}></fr-picture>
        <div class="more">
          ${(n.length?this.crops.slice(0,4):[]).map(e=>this.#e(e))}
        </div>
      </div>
      <div class="foot">
        <div class="who">
        <h2 class="cut"><a href="#/people/${encodeURIComponent(e.id)}">${e.label}</a></h2>
        <p class="muted">
          ${e.last_camera?m(e.last_camera):b(`people.never`)} · ${x(r)}
        </p>
        <p class="muted">
          ${v(`people.sightings`,e.sightings)}${e.words?` · ${e.words}`:o}
        </p>
        </div>
        <button data-act
          class="quiet icon"
          ?disabled=${t===null}
          title=${b(`review.bad`)}
          aria-label=${b(`review.badOf`,{name:e.label})}
          @click=${()=>this.dispatchEvent(new CustomEvent(`bad`,{detail:t}))}
        >
          <fr-icon path=${y}></fr-icon>
        </button>
      </div>
    </section>`}get shown(){return this.crops.includes(this.chosen)?this.chosen:this.crops[0]??this.person.crop_id}#e(e){return a`<button
      aria-label=${b(`review.showLarge`)}
      aria-pressed=${e===this.shown}
      @click=${()=>this.chosen=e}
    >
      <fr-picture .src=${D(e)}></fr-picture>
    </button>`}};h([d({attribute:!1})],A.prototype,`person`,void 0),h([d({attribute:!1})],A.prototype,`crops`,void 0),h([d({type:Number})],A.prototype,`now_s`,void 0),h([i()],A.prototype,`chosen`,void 0),A=h([f(`review-side`)],A);var j=10,M={merge:`same`,distinguish:`different`,unsure:`unsure`},N=6,P=class extends _{#e=new Set;#t=Promise.resolve();constructor(e){super({phase:`loading`,error:null,queue:[],open:0,answered:[],elsewhere:null,also:new Set,group:[],busy:!1,more:!1,crops:new Map}),this.api=e}get current(){return this.state.queue[0]??null}async load(){await this.#a(),await this.#u(),await this.#d()}async askMore(){this.set({more:!0,phase:`loading`}),await this.load()}async answer(e){let t=this.current;t===null||this.state.busy||(this.set({elsewhere:null}),await this.#r(()=>this.#i(t,e)))}toggleAlso(e){let t=new Set(this.state.also);t.delete(e)||t.add(e),this.set({also:t})}toggleAll(){let{also:e,group:t}=this.state;this.set({also:new Set(e.size<t.length?t.map(e=>e.id):[])})}async callBad(e,t){let n=this.current;n===null||this.state.busy||await this.#r(async()=>{let r=`crops/${encodeURIComponent(t)}`,i=await this.api.patch(r,{bad:!0});this.#s({review:n,answer:`bad`,decisions:i.decision_ids,person:e,also:0}),this.#l(e.id)})}async undo(){await this.#t.catch(()=>void 0);let e=this.state.answered.findLast(e=>e.decisions.length>0);return e===void 0||this.state.busy?!1:(await this.#r(async()=>{for(let t of e.decisions.toReversed())await this.api.post(`decisions/${encodeURIComponent(t)}/undo`);this.set({answered:this.state.answered.filter(t=>t!==e)}),this.#e.delete(e.review.id),this.#l(e.person.id)}),!0)}#n(e){let t=this.current,n=e.find(e=>e.id===t?.id);return n===void 0?e:[n,...e.filter(e=>e!==n)]}async#r(e){this.set({busy:!0}),this.#t=e().then(()=>this.#a());try{await this.#t}finally{this.set({busy:!1})}await this.#u(),await this.#d()}async#i(e,t){let n=t===`same`?[...this.state.also]:[];try{let r=`reviews/${encodeURIComponent(e.id)}/answer`,i=await this.api.post(r,{answer:t,also:n}),a=i.decision_ids;this.#s({review:e,answer:t,decisions:a,person:i.identity,also:n.length})}catch(t){let n=g(t);if(!n.isNotFound&&n.code!==`conflict`)throw n;this.set({elsewhere:await this.#c(e)})}this.#e.add(e.id)}async#a(){try{let{items:e,open:t}=await this.api.get(`reviews/next`,{count:j,more:this.state.more}),n=this.current,r=this.#n(this.#o(e));if(this.set({phase:`ready`,error:null,queue:r,open:t}),r[0]?.id===n?.id)return;this.set({also:new Set,group:[]}),n!==null&&!this.state.busy&&this.set({elsewhere:await this.#c(n)})}catch(e){let t=this.#o(this.state.queue);this.set({phase:`error`,error:g(e),queue:t})}}#o(e){return e.filter(e=>!this.#e.has(e.id))}#s(e){this.set({answered:[...this.state.answered,e]})}async undoElsewhere(){let e=this.state.elsewhere?.decision;e&&(await this.api.post(`decisions/${encodeURIComponent(e)}/undo`),this.set({elsewhere:null}),await this.load())}get answers(){return this.state.answered.filter(e=>e.answer!==`bad`).length}async#c(e){let t={review:e,outcome:`gone`,decision:null};try{let n=`identities/${encodeURIComponent(e.a.id)}/history`,{items:r}=await this.api.get(n,{limit:10}),i=r.find(t=>!t.undone&&F(t,e));return i===void 0?t:{review:e,outcome:M[i.kind]??`gone`,decision:i.id}}catch{return t}}#l(e){let t=new Map(this.state.crops);t.delete(e),this.set({crops:t})}async#u(){let e=this.current;if(e===null)return;let t=e.group.filter(t=>t!==e.a.id&&t!==e.b.id);if(t.join()===this.state.group.map(e=>e.id).join())return;let n=t.map(e=>this.api.get(`identities/${encodeURIComponent(e)}`)),r=await Promise.allSettled(n);if(this.current?.id!==e.id)return;let i=r.flatMap(e=>e.status===`fulfilled`?[e.value]:[]),a=new Set(i.map(e=>e.id)),o=new Set([...this.state.also].filter(e=>a.has(e)));this.set({group:i,also:o})}async#d(){let e=this.state.queue.slice(0,2).flatMap(e=>[e.a.id,e.b.id]),t=new Map(this.state.crops);for(let n of new Set(e))if(!t.has(n))try{let e=`identities/${encodeURIComponent(n)}/templates`,r=await this.api.get(e,{limit:N});t.set(n,r.crops.filter(e=>e.has_picture).map(e=>e.id))}catch{t.set(n,[])}this.set({crops:t})}};function F(e,{a:t,b:n}){if(!(e.kind in M))return!1;let r=e.changes.flatMap(e=>[e.subject_id,e.after].flat());return r.includes(t.id)&&r.includes(n.id)}function I(e){let t=e.probability>=.5,n=[...e.terms].filter(e=>typeof e.value==`number`&&e.name!==`probability`).sort((e,t)=>Math.abs(Number(t.value))-Math.abs(Number(e.value)))[0],r=b(t?`review.likely`:`review.unlikely`),i=v(`review.settles`,e.sightings);return[r,n?.words,i].filter(Boolean).join(` `)}function L({answer:e,review:t,person:n,also:r}){let i={a:t.a.label,b:t.b.label,name:n.label};if(e===`same`){let e=v(`people.sightings`,n.sightings);return b(`review.did.same`,{...i,n:r+2,sightings:e})}return b(`review.did.${e}`,i)}function R({a:e,b:t}){return e.sightings<=t.sightings?e:t}function z(e){return v(`review.minutes`,Math.max(1,Math.round(e*5/60)))}var B=700,V=500,H=[`1`,`2`,`3`,`4`,`5`,`6`],U=class extends S{#e;#t;#n;#r;#i;constructor(){super(),this.#e=null,this.#t=[],this.clip=``,this.#n=null,this.#r=0,this.#i=0,t(this,()=>[this.store]),new C(this,()=>({y:()=>void this.#h(`same`),n:()=>void this.#h(`different`),s:()=>void this.#h(`unsure`),u:()=>void this.#y(),o:()=>void this.#b(),b:()=>this.#_(),a:()=>this.store.toggleAll(),...Object.fromEntries(H.map(e=>[e,()=>this.#v(Number(e)-1)]))}))}static{this.styles=k}get store(){return this.#e??=new P(this.services.api),this.#e}connectedCallback(){super.connectedCallback();let{live:e,toasts:t}=this.services;this.#t=[e.subscribe(({topic:e})=>{(e===`identities`||e===`reviews`)&&this.#p()}),e.onState(e=>e&&void this.store.load()),t.onUndone(()=>void this.store.load()),this.store.subscribe(()=>this.#m())],this.store.load()}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#i),this.#i=0;for(let e of this.#t)e()}render(){let{open:e,phase:t}=this.store.state,n=this.store.current;return a`<div class="head">
        <h1>${b(n?`review.title`:`nav.review`)}</h1>
        ${t===`ready`&&e>0?a`<p class="muted numbers">${v(`review.open`,e)} · ${z(e)}</p>`:o}
      </div>
      ${this.#u()} ${this.#a(n)} ${this.#d()} ${this.#f()}`}#a(e){let{phase:t,error:n}=this.store.state;return t===`loading`?a`<div class="two">${E(2,`tall`)}</div>`:t===`error`&&e===null?a`<fr-notice .error=${n} @again=${()=>void this.store.load()}></fr-notice>`:e===null?this.#o():this.#s(e)}#o(){let{answers:e}=this.store;return a`<fr-notice
      .icon=${c}
      heading=${b(`review.none.title`)}
      text=${e?v(`review.none.after`,e):b(`review.none.text`)}
    >
      ${this.store.state.more?a`<a href="#/people">${b(`people.title`)}</a>`:a`<button @click=${()=>void this.store.askMore()}>${b(`review.more`)}</button>`}
    </fr-notice>`}#s(e){let{group:t,also:n}=this.store.state;return a`<div class="two ${t.length?`with-group`:``}">${this.#c(e.a)} ${this.#c(e.b)}</div>
      <div class="card evidence">
        <p>${I(e)}</p>
        <details>
          <summary>${b(`review.reasons`)}</summary>
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
      ${this.#l()}`}#c(e){return a`<review-side
      .person=${e}
      .crops=${this.store.state.crops.get(e.id)??[]}
      .now_s=${this.services.site.now_s()}
      @bad=${({detail:t})=>void this.#g(e,t)}
    ></review-side>`}#l(){let{busy:e,also:t}=this.store.state,n=t.size?b(`review.sameAll`,{n:t.size+2}):b(`answer.same`),r=(t,n,r)=>a`<button data-act aria-disabled=${e} @click=${()=>void this.#h(t)}>
        ${r} <kbd>${n}</kbd>
      </button>`;return a`<div class="answers">
      ${r(`different`,`N`,b(`answer.different`))}
      ${r(`unsure`,`S`,b(`answer.unsure`))} ${r(`same`,`Y`,n)}
    </div>`}#u(){let{elsewhere:t}=this.store.state;if(t===null)return o;let{review:n,outcome:r,decision:i}=t;return a`<p class="elsewhere" role="status">
      <span class="grow">
        ${b(`review.elsewhere.${r}`,{a:n.a.label,b:n.b.label})}
      </span>
      ${i===null?o:a`<button data-act @click=${()=>void this.#x(()=>this.store.undoElsewhere())}>
            <fr-icon path=${e}></fr-icon>${b(`action.undo`)}
          </button>`}
    </p>`}#d(){let t=this.store.state.answered.at(-1);return t===void 0?o:a`<p class="changed" role="status">
      ${L(t)}
      ${t.decisions.length?a`<button data-act class="quiet" @click=${()=>void this.#y()}>
            <fr-icon path=${e}></fr-icon>${b(`action.undo`)} <kbd>U</kbd>
          </button>`:o}
    </p>`}#f(){return this.clip?a`<fr-dialog wide heading=${b(`leg.clip`)} @closed=${()=>this.clip=``}>
      <fr-clip .sightingId=${this.clip}></fr-clip>
    </fr-dialog>`:o}#p(){this.#i===0&&(this.#i=window.setTimeout(()=>{this.#i=0,this.store.load()},V))}#m(){let{elsewhere:e}=this.store.state;e!==null&&e!==this.#n&&(this.#r=performance.now()+B),this.#n=e}async#h(e){performance.now()>=this.#r&&await this.#x(()=>this.store.answer(e))}#g(e,t){return this.#x(()=>this.store.callBad(e,t))}#_(){let e=this.store.current;if(e===null)return;let t=R(e),n=[...this.sides].find(e=>e.person.id===t.id);n?.shown&&this.#g(t,n.shown)}#v(e){let t=this.store.state.group[e];t&&this.store.toggleAlso(t.id)}#y(){return this.#x(async()=>{await this.store.undo()||await this.services.toasts.undoLast(b(`undo.done`))})}#b(){let e=this.store.current;if(e===null)return Promise.resolve();let t=`identities/${encodeURIComponent(R(e).id)}/sightings`;return this.#x(async()=>{let{items:e}=await this.services.api.get(t,{limit:1});this.clip=e[0]?.id??``})}async#x(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};h([i()],U.prototype,`clip`,void 0),h([w(`review-side`)],U.prototype,`sides`,void 0),U=h([f(`review-page`)],U);export{U as ReviewPage};