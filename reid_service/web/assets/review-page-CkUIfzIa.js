import{$ as e,Q as t,St as n,Tt as r,Z as i,at as a,dt as o,et as s,f as c,ft as l,gt as u,lt as d,mt as f,n as p,p as m,pt as h,r as g,st as _,ut as v,w as y,yt as b}from"./words-B-24pnu_.js";import{a as x,i as S,n as C,r as w}from"./vars-CgYANbMy.js";import"./term-bars-BadZYZrf.js";var T=10,E=6,D=class extends n{constructor(e){super({phase:`loading`,error:null,queue:[],open:0,answered:[],conflict:!1,busy:!1,crops:new Map}),this.api=e}get current(){return this.state.queue[0]??null}async load(){try{let{items:e,open:t}=await this.api.get(`reviews/next`,{count:T});this.set({phase:`ready`,error:null,queue:this.#e(e),open:t}),await this.#r()}catch(e){this.set({phase:`error`,error:r(e)})}}async answer(e){let t=this.current;if(!(t===null||this.state.busy)){this.set({busy:!0,conflict:!1});try{let n=`reviews/${encodeURIComponent(t.id)}/answer`,r=await this.api.post(n,{answer:e});this.#n({review:t,answer:e,decisions:r.decision_ids,label:r.identity.label}),this.#t(t)}catch(e){let n=r(e);if(!n.isNotFound&&n.code!==`conflict`)throw n;this.set({conflict:!0}),this.#t(t)}finally{this.set({busy:!1})}await this.load()}}async undo(){let e=this.state.answered.findLast(e=>e.decisions.length>0);if(e===void 0||this.state.busy)return!1;this.set({busy:!0});try{for(let t of e.decisions.toReversed())await this.api.post(`decisions/${encodeURIComponent(t)}/undo`);this.set({answered:this.state.answered.filter(t=>t!==e)})}finally{this.set({busy:!1})}return await this.load(),!0}#e(e){let t=this.current,n=e.find(e=>e.id===t?.id);return n===void 0?e:[n,...e.filter(e=>e!==n)]}#t(e){let t=this.state.queue.filter(t=>t.id!==e.id);this.set({queue:t,open:Math.max(0,this.state.open-1)})}#n(e){this.set({answered:[...this.state.answered,e]})}async#r(){let e=this.state.queue.slice(0,2).flatMap(e=>[e.a.id,e.b.id]),t=new Map(this.state.crops);for(let n of new Set(e))if(!t.has(n))try{let e=`identities/${encodeURIComponent(n)}/templates`,r=await this.api.get(e,{limit:E});t.set(n,r.crops.filter(e=>e.has_picture).map(e=>e.id))}catch{t.set(n,[])}this.set({crops:t})}},O=class extends h{constructor(...e){super(...e),this.crops=[],this.now_s=0}static{this.styles=[t,s,b`
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
      .large {
        --picture-ratio: auto;
        height: min(54vh, 520px);
      }
      .more {
        display: grid;
        gap: 10px;
        align-content: start;
      }
      .who {
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
          height: min(42vh, 340px);
        }
        .more {
          grid-template-columns: repeat(3, minmax(0, 1fr));
          gap: 6px;
        }
      }
    `]}render(){let{person:e}=this,[t=e.crop_id,...n]=this.crops,r=this.now_s-(e.last_seen_s??this.now_s);return u`<section class="card" aria-label=${e.label}>
      <div class="pictures">
        <fr-picture class="large" fit="whole" .src=${C(t)} alt=${e.label}></fr-picture>
        <div class="more">
          ${n.slice(0,3).map(e=>u`<fr-picture .src=${C(e)}></fr-picture>`)}
        </div>
      </div>
      <div class="who">
        <h2 class="cut"><a href="#/people/${encodeURIComponent(e.id)}">${e.label}</a></h2>
        <p class="muted">
          ${e.last_camera?g(e.last_camera):_(`people.never`)} · ${p(r)}
        </p>
        <p class="muted">
          ${d(`people.sightings`,e.sightings)}${e.words?` · ${e.words}`:f}
        </p>
      </div>
    </section>`}};m([o({attribute:!1})],O.prototype,`person`,void 0),m([o({attribute:!1})],O.prototype,`crops`,void 0),m([o({type:Number})],O.prototype,`now_s`,void 0),O=m([l(`review-side`)],O);var k=class extends c{#e;#t;constructor(){super(),this.#e=null,this.#t=[],this.clip=``,a(this,()=>[this.store]),new x(this,()=>({y:()=>void this.#l(`same`),n:()=>void this.#l(`different`),s:()=>void this.#l(`unsure`),u:()=>void this.#u(),o:()=>void this.#d()}))}static{this.styles=[t,e,s,S,b`
      :host {
        display: grid;
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
      .tall {
        height: 460px;
      }
      @media (max-width: 700px) {
        .two {
          gap: 10px;
        }
        .answers button {
          padding: 0 6px;
        }
      }
    `]}get store(){return this.#e??=new D(this.services.api),this.#e}connectedCallback(){super.connectedCallback();let{live:e,toasts:t}=this.services;this.#t=[e.subscribe(({topic:e})=>{(e===`identities`||e===`reviews`)&&this.store.load()}),e.onState(e=>e&&void this.store.load()),t.onUndone(()=>void this.store.load())],this.store.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of this.#t)e()}render(){let{open:e,phase:t}=this.store.state,n=this.store.current;return u`<div class="head">
        <h1>${_(n?`review.title`:`nav.review`)}</h1>
        ${t===`ready`&&e>0?u`<p class="muted numbers">${d(`review.open`,e)} · ${this.#o(e)}</p>`:f}
      </div>
      ${this.#n(n)} ${this.#s()} ${this.#c()}`}#n(e){let{phase:t,error:n,conflict:r,answered:i}=this.store.state;return t===`loading`?u`<div class="two">${w(2,`tall`)}</div>`:t===`error`&&e===null?u`<fr-notice .error=${n} @again=${()=>void this.store.load()}></fr-notice>`:e===null?u`<fr-notice
        .icon=${y}
        heading=${_(`review.none.title`)}
        text=${i.length?d(`review.none.after`,i.length):_(`review.none.text`)}
      >
        <a href="#/people">${_(`people.title`)}</a>
      </fr-notice>`:u`${r?u`<p class="chip warn" role="status">${_(`review.conflict`)}</p>`:f}
      <div class="two">${this.#r(e.a)} ${this.#r(e.b)}</div>
      <div class="card evidence">
        <p>${this.#a(e)}</p>
        <details>
          <summary>${_(`review.reasons`)}</summary>
          <term-bars .terms=${e.terms}></term-bars>
        </details>
      </div>
      ${this.#i()}`}#r(e){return u`<review-side
      .person=${e}
      .crops=${this.store.state.crops.get(e.id)??[]}
      .now_s=${this.services.site.now_s()}
    ></review-side>`}#i(){let{busy:e}=this.store.state,t=(t,n)=>u`<button aria-disabled=${e} @click=${()=>void this.#l(t)}>
        ${_(`answer.${t}`)} <kbd>${n}</kbd>
      </button>`;return u`<div class="answers">
      ${t(`different`,`N`)} ${t(`unsure`,`S`)} ${t(`same`,`Y`)}
    </div>`}#a(e){let t=e.probability>=.5,n=[...e.terms].filter(e=>typeof e.value==`number`&&e.name!==`probability`).sort((e,t)=>Math.abs(Number(t.value))-Math.abs(Number(e.value)))[0],r=_(t?`review.likely`:`review.unlikely`),i=d(`review.settles`,e.sightings);return[r,n?.words,i].filter(Boolean).join(` `)}#o(e){return d(`review.minutes`,Math.max(1,Math.round(e*5/60)))}#s(){let e=this.store.state.answered.at(-1);if(e===void 0)return f;let t={a:e.review.a.label,b:e.review.b.label,name:e.label};return u`<p class="changed" role="status">
      ${_(`review.did.${e.answer}`,t)}
      ${e.decisions.length?u`<button class="quiet" @click=${()=>void this.#u()}>
            <fr-icon path=${i}></fr-icon>${_(`action.undo`)} <kbd>U</kbd>
          </button>`:f}
    </p>`}#c(){return this.clip?u`<fr-dialog wide heading=${_(`leg.clip`)} @closed=${()=>this.clip=``}>
      <fr-clip .sightingId=${this.clip}></fr-clip>
    </fr-dialog>`:f}async#l(e){try{await this.store.answer(e)}catch(e){this.services.toasts.failed(e)}}async#u(){try{await this.store.undo()||await this.services.toasts.undoLast(_(`undo.done`))}catch(e){this.services.toasts.failed(e)}}async#d(){let e=this.store.current;if(e===null)return;let t=e.a.sightings<=e.b.sightings?e.a:e.b,n=`identities/${encodeURIComponent(t.id)}/sightings`;try{let{items:e}=await this.services.api.get(n,{limit:1});this.clip=e[0]?.id??``}catch(e){this.services.toasts.failed(e)}}};m([v()],k.prototype,`clip`,void 0),k=m([l(`review-page`)],k);export{k as ReviewPage};