import{At as e,Et as t,Ft as n,Ht as r,Lt as i,Mt as a,Nt as o,O as s,Ot as c,Pt as l,Ut as u,dt as d,h as f,ht as p,i as m,jt as h,m as g,mt as _,n as v,pt as y,zt as b}from"./index-D7vJLtRQ.js";import{t as x}from"./keys-BtAWeeJP.js";import{i as S,r as C,t as w}from"./fr-picture-CeWy3Spo.js";import"./fr-clip-aBoLBzNW.js";import"./fr-dialog-CYKEOW1J.js";import"./term-bars-BXUoH8vb.js";var T=10,E=6,D=class extends r{constructor(e){super({phase:`loading`,error:null,queue:[],open:0,answered:[],conflict:!1,busy:!1,more:!1,crops:new Map}),this.api=e}get current(){return this.state.queue[0]??null}async load(){try{let{items:e,open:t}=await this.api.get(`reviews/next`,{count:T,more:this.state.more});this.set({phase:`ready`,error:null,queue:this.#e(e),open:t}),await this.#r()}catch(e){this.set({phase:`error`,error:u(e)})}}async askMore(){this.set({more:!0,phase:`loading`}),await this.load()}async answer(e){let t=this.current;if(!(t===null||this.state.busy)){this.set({busy:!0,conflict:!1});try{let n=`reviews/${encodeURIComponent(t.id)}/answer`,r=await this.api.post(n,{answer:e});this.#n({review:t,answer:e,decisions:r.decision_ids,label:r.identity.label}),this.#t(t)}catch(e){let n=u(e);if(!n.isNotFound&&n.code!==`conflict`)throw n;this.set({conflict:!0}),this.#t(t)}finally{this.set({busy:!1})}await this.load()}}async undo(){let e=this.state.answered.findLast(e=>e.decisions.length>0);if(e===void 0||this.state.busy)return!1;this.set({busy:!0});try{for(let t of e.decisions.toReversed())await this.api.post(`decisions/${encodeURIComponent(t)}/undo`);this.set({answered:this.state.answered.filter(t=>t!==e)})}finally{this.set({busy:!1})}return await this.load(),!0}#e(e){let t=this.current,n=e.find(e=>e.id===t?.id);return n===void 0?e:[n,...e.filter(e=>e!==n)]}#t(e){let t=this.state.queue.filter(t=>t.id!==e.id);this.set({queue:t,open:Math.max(0,this.state.open-1)})}#n(e){this.set({answered:[...this.state.answered,e]})}async#r(){let e=this.state.queue.slice(0,2).flatMap(e=>[e.a.id,e.b.id]),t=new Map(this.state.crops);for(let n of new Set(e))if(!t.has(n))try{let e=`identities/${encodeURIComponent(n)}/templates`,r=await this.api.get(e,{limit:E});t.set(n,r.crops.filter(e=>e.has_picture).map(e=>e.id))}catch{t.set(n,[])}this.set({crops:t})}},O=class extends l{constructor(...e){super(...e),this.crops=[],this.now_s=0}static{this.styles=[y,p,b`
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
    `]}render(){let{person:t}=this,[r=t.crop_id,...a]=this.crops,o=this.now_s-(t.last_seen_s??this.now_s);return i`<section class="card" aria-label=${t.label}>
      <div class="pictures ${a.length?``:`single`}">
        <fr-picture class="large" fit="whole" .src=${w(r)} alt=${t.label}></fr-picture>
        <div class="more">
          ${a.slice(0,3).map(e=>i`<fr-picture .src=${w(e)}></fr-picture>`)}
        </div>
      </div>
      <div class="who">
        <h2 class="cut"><a href="#/people/${encodeURIComponent(t.id)}">${t.label}</a></h2>
        <p class="muted">
          ${t.last_camera?m(t.last_camera):c(`people.never`)} · ${v(o)}
        </p>
        <p class="muted">
          ${e(`people.sightings`,t.sightings)}${t.words?` · ${t.words}`:n}
        </p>
      </div>
    </section>`}};f([a({attribute:!1})],O.prototype,`person`,void 0),f([a({attribute:!1})],O.prototype,`crops`,void 0),f([a({type:Number})],O.prototype,`now_s`,void 0),O=f([o(`review-side`)],O);var k=class extends g{#e;#t;constructor(){super(),this.#e=null,this.#t=[],this.clip=``,t(this,()=>[this.store]),new x(this,()=>({y:()=>void this.#l(`same`),n:()=>void this.#l(`different`),s:()=>void this.#l(`unsure`),u:()=>void this.#u(),o:()=>void this.#d()}))}static{this.styles=[y,_,p,S,b`
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
    `]}get store(){return this.#e??=new D(this.services.api),this.#e}connectedCallback(){super.connectedCallback();let{live:e,toasts:t}=this.services;this.#t=[e.subscribe(({topic:e})=>{(e===`identities`||e===`reviews`)&&this.store.load()}),e.onState(e=>e&&void this.store.load()),t.onUndone(()=>void this.store.load())],this.store.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of this.#t)e()}render(){let{open:t,phase:r}=this.store.state,a=this.store.current;return i`<div class="head">
        <h1>${c(a?`review.title`:`nav.review`)}</h1>
        ${r===`ready`&&t>0?i`<p class="muted numbers">${e(`review.open`,t)} · ${this.#o(t)}</p>`:n}
      </div>
      ${this.#n(a)} ${this.#s()} ${this.#c()}`}#n(t){let{phase:r,error:a,conflict:o,answered:l,more:u}=this.store.state;return r===`loading`?i`<div class="two">${C(2,`tall`)}</div>`:r===`error`&&t===null?i`<fr-notice .error=${a} @again=${()=>void this.store.load()}></fr-notice>`:t===null?i`<fr-notice
        .icon=${s}
        heading=${c(`review.none.title`)}
        text=${l.length?e(`review.none.after`,l.length):c(`review.none.text`)}
      >
        ${u?i`<a href="#/people">${c(`people.title`)}</a>`:i`<button @click=${()=>void this.store.askMore()}>${c(`review.more`)}</button>`}
      </fr-notice>`:i`${o?i`<p class="chip warn" role="status">${c(`review.conflict`)}</p>`:n}
      <div class="two">${this.#r(t.a)} ${this.#r(t.b)}</div>
      <div class="card evidence">
        <p>${this.#a(t)}</p>
        <details>
          <summary>${c(`review.reasons`)}</summary>
          <term-bars .terms=${t.terms}></term-bars>
        </details>
      </div>
      ${this.#i()}`}#r(e){return i`<review-side
      .person=${e}
      .crops=${this.store.state.crops.get(e.id)??[]}
      .now_s=${this.services.site.now_s()}
    ></review-side>`}#i(){let{busy:e}=this.store.state,t=(t,n)=>i`<button aria-disabled=${e} @click=${()=>void this.#l(t)}>
        ${c(`answer.${t}`)} <kbd>${n}</kbd>
      </button>`;return i`<div class="answers">
      ${t(`different`,`N`)} ${t(`unsure`,`S`)} ${t(`same`,`Y`)}
    </div>`}#a(t){let n=t.probability>=.5,r=[...t.terms].filter(e=>typeof e.value==`number`&&e.name!==`probability`).sort((e,t)=>Math.abs(Number(t.value))-Math.abs(Number(e.value)))[0],i=c(n?`review.likely`:`review.unlikely`),a=e(`review.settles`,t.sightings);return[i,r?.words,a].filter(Boolean).join(` `)}#o(t){return e(`review.minutes`,Math.max(1,Math.round(t*5/60)))}#s(){let e=this.store.state.answered.at(-1);if(e===void 0)return n;let t={a:e.review.a.label,b:e.review.b.label,name:e.label};return i`<p class="changed" role="status">
      ${c(`review.did.${e.answer}`,t)}
      ${e.decisions.length?i`<button class="quiet" @click=${()=>void this.#u()}>
            <fr-icon path=${d}></fr-icon>${c(`action.undo`)} <kbd>U</kbd>
          </button>`:n}
    </p>`}#c(){return this.clip?i`<fr-dialog wide heading=${c(`leg.clip`)} @closed=${()=>this.clip=``}>
      <fr-clip .sightingId=${this.clip}></fr-clip>
    </fr-dialog>`:n}async#l(e){try{await this.store.answer(e)}catch(e){this.services.toasts.failed(e)}}async#u(){try{await this.store.undo()||await this.services.toasts.undoLast(c(`undo.done`))}catch(e){this.services.toasts.failed(e)}}async#d(){let e=this.store.current;if(e===null)return;let t=e.a.sightings<=e.b.sightings?e.a:e.b,n=`identities/${encodeURIComponent(t.id)}/sightings`;try{let{items:e}=await this.services.api.get(n,{limit:1});this.clip=e[0]?.id??``}catch(e){this.services.toasts.failed(e)}}};f([h()],k.prototype,`clip`,void 0),k=f([o(`review-page`)],k);export{k as ReviewPage};