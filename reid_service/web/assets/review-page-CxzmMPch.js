import{Ct as e,Dt as t,Et as n,Ft as r,Pt as i,St as a,T as o,Tt as s,bt as c,dt as l,jt as u,kt as d,lt as f,m as p,n as m,p as h,r as g,st as _,ut as v,vt as y,wt as b}from"./index-XtaqyY8s.js";import{t as x}from"./keys-BtAWeeJP.js";import{i as S,r as C,t as w}from"./fr-picture-D7V61Esp.js";import"./fr-clip-Bosd1TbE.js";import"./fr-dialog-DZpCG4_2.js";import"./term-bars-BKFSuwoD.js";var T=10,E=6,D=class extends i{constructor(e){super({phase:`loading`,error:null,queue:[],open:0,answered:[],conflict:!1,busy:!1,more:!1,crops:new Map}),this.api=e}get current(){return this.state.queue[0]??null}async load(){try{let{items:e,open:t}=await this.api.get(`reviews/next`,{count:T,more:this.state.more});this.set({phase:`ready`,error:null,queue:this.#e(e),open:t}),await this.#r()}catch(e){this.set({phase:`error`,error:r(e)})}}async askMore(){this.set({more:!0,phase:`loading`}),await this.load()}async answer(e){let t=this.current;if(!(t===null||this.state.busy)){this.set({busy:!0,conflict:!1});try{let n=`reviews/${encodeURIComponent(t.id)}/answer`,r=await this.api.post(n,{answer:e});this.#n({review:t,answer:e,decisions:r.decision_ids,label:r.identity.label}),this.#t(t)}catch(e){let n=r(e);if(!n.isNotFound&&n.code!==`conflict`)throw n;this.set({conflict:!0}),this.#t(t)}finally{this.set({busy:!1})}await this.load()}}async undo(){let e=this.state.answered.findLast(e=>e.decisions.length>0);if(e===void 0||this.state.busy)return!1;this.set({busy:!0});try{for(let t of e.decisions.toReversed())await this.api.post(`decisions/${encodeURIComponent(t)}/undo`);this.set({answered:this.state.answered.filter(t=>t!==e)})}finally{this.set({busy:!1})}return await this.load(),!0}#e(e){let t=this.current,n=e.find(e=>e.id===t?.id);return n===void 0?e:[n,...e.filter(e=>e!==n)]}#t(e){let t=this.state.queue.filter(t=>t.id!==e.id);this.set({queue:t,open:Math.max(0,this.state.open-1)})}#n(e){this.set({answered:[...this.state.answered,e]})}async#r(){let e=this.state.queue.slice(0,2).flatMap(e=>[e.a.id,e.b.id]),t=new Map(this.state.crops);for(let n of new Set(e))if(!t.has(n))try{let e=`identities/${encodeURIComponent(n)}/templates`,r=await this.api.get(e,{limit:E});t.set(n,r.crops.filter(e=>e.has_picture).map(e=>e.id))}catch{t.set(n,[])}this.set({crops:t})}},O=class extends n{constructor(...e){super(...e),this.crops=[],this.now_s=0}static{this.styles=[f,l,u`
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
          height: min(36vh, 320px);
        }
        .more {
          grid-template-columns: repeat(3, minmax(0, 1fr));
          gap: 6px;
        }
      }
    `]}render(){let{person:e}=this,[n=e.crop_id,...r]=this.crops,i=this.now_s-(e.last_seen_s??this.now_s);return d`<section class="card" aria-label=${e.label}>
      <div class="pictures ${r.length?``:`single`}">
        <fr-picture class="large" fit="whole" .src=${w(n)} alt=${e.label}></fr-picture>
        <div class="more">
          ${r.slice(0,3).map(e=>d`<fr-picture .src=${w(e)}></fr-picture>`)}
        </div>
      </div>
      <div class="who">
        <h2 class="cut"><a href="#/people/${encodeURIComponent(e.id)}">${e.label}</a></h2>
        <p class="muted">
          ${e.last_camera?g(e.last_camera):c(`people.never`)} · ${m(i)}
        </p>
        <p class="muted">
          ${a(`people.sightings`,e.sightings)}${e.words?` · ${e.words}`:t}
        </p>
      </div>
    </section>`}};p([b({attribute:!1})],O.prototype,`person`,void 0),p([b({attribute:!1})],O.prototype,`crops`,void 0),p([b({type:Number})],O.prototype,`now_s`,void 0),O=p([s(`review-side`)],O);var k=class extends h{#e;#t;constructor(){super(),this.#e=null,this.#t=[],this.clip=``,y(this,()=>[this.store]),new x(this,()=>({y:()=>void this.#l(`same`),n:()=>void this.#l(`different`),s:()=>void this.#l(`unsure`),u:()=>void this.#u(),o:()=>void this.#d()}))}static{this.styles=[f,v,l,S,u`
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
    `]}get store(){return this.#e??=new D(this.services.api),this.#e}connectedCallback(){super.connectedCallback();let{live:e,toasts:t}=this.services;this.#t=[e.subscribe(({topic:e})=>{(e===`identities`||e===`reviews`)&&this.store.load()}),e.onState(e=>e&&void this.store.load()),t.onUndone(()=>void this.store.load())],this.store.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of this.#t)e()}render(){let{open:e,phase:n}=this.store.state,r=this.store.current;return d`<div class="head">
        <h1>${c(r?`review.title`:`nav.review`)}</h1>
        ${n===`ready`&&e>0?d`<p class="muted numbers">${a(`review.open`,e)} · ${this.#o(e)}</p>`:t}
      </div>
      ${this.#n(r)} ${this.#s()} ${this.#c()}`}#n(e){let{phase:n,error:r,conflict:i,answered:s,more:l}=this.store.state;return n===`loading`?d`<div class="two">${C(2,`tall`)}</div>`:n===`error`&&e===null?d`<fr-notice .error=${r} @again=${()=>void this.store.load()}></fr-notice>`:e===null?d`<fr-notice
        .icon=${o}
        heading=${c(`review.none.title`)}
        text=${s.length?a(`review.none.after`,s.length):c(`review.none.text`)}
      >
        ${l?d`<a href="#/people">${c(`people.title`)}</a>`:d`<button @click=${()=>void this.store.askMore()}>${c(`review.more`)}</button>`}
      </fr-notice>`:d`${i?d`<p class="chip warn" role="status">${c(`review.conflict`)}</p>`:t}
      <div class="two">${this.#r(e.a)} ${this.#r(e.b)}</div>
      <div class="card evidence">
        <p>${this.#a(e)}</p>
        <details>
          <summary>${c(`review.reasons`)}</summary>
          <term-bars .terms=${e.terms}></term-bars>
        </details>
      </div>
      ${this.#i()}`}#r(e){return d`<review-side
      .person=${e}
      .crops=${this.store.state.crops.get(e.id)??[]}
      .now_s=${this.services.site.now_s()}
    ></review-side>`}#i(){let{busy:e}=this.store.state,t=(t,n)=>d`<button aria-disabled=${e} @click=${()=>void this.#l(t)}>
        ${c(`answer.${t}`)} <kbd>${n}</kbd>
      </button>`;return d`<div class="answers">
      ${t(`different`,`N`)} ${t(`unsure`,`S`)} ${t(`same`,`Y`)}
    </div>`}#a(e){let t=e.probability>=.5,n=[...e.terms].filter(e=>typeof e.value==`number`&&e.name!==`probability`).sort((e,t)=>Math.abs(Number(t.value))-Math.abs(Number(e.value)))[0],r=c(t?`review.likely`:`review.unlikely`),i=a(`review.settles`,e.sightings);return[r,n?.words,i].filter(Boolean).join(` `)}#o(e){return a(`review.minutes`,Math.max(1,Math.round(e*5/60)))}#s(){let e=this.store.state.answered.at(-1);if(e===void 0)return t;let n={a:e.review.a.label,b:e.review.b.label,name:e.label};return d`<p class="changed" role="status">
      ${c(`review.did.${e.answer}`,n)}
      ${e.decisions.length?d`<button class="quiet" @click=${()=>void this.#u()}>
            <fr-icon path=${_}></fr-icon>${c(`action.undo`)} <kbd>U</kbd>
          </button>`:t}
    </p>`}#c(){return this.clip?d`<fr-dialog wide heading=${c(`leg.clip`)} @closed=${()=>this.clip=``}>
      <fr-clip .sightingId=${this.clip}></fr-clip>
    </fr-dialog>`:t}async#l(e){try{await this.store.answer(e)}catch(e){this.services.toasts.failed(e)}}async#u(){try{await this.store.undo()||await this.services.toasts.undoLast(c(`undo.done`))}catch(e){this.services.toasts.failed(e)}}async#d(){let e=this.store.current;if(e===null)return;let t=e.a.sightings<=e.b.sightings?e.a:e.b,n=`identities/${encodeURIComponent(t.id)}/sightings`;try{let{items:e}=await this.services.api.get(n,{limit:1});this.clip=e[0]?.id??``}catch(e){this.services.toasts.failed(e)}}};p([e()],k.prototype,`clip`,void 0),k=p([s(`review-page`)],k);export{k as ReviewPage};