import{Ft as e,Gt as t,It as n,Lt as r,Pt as i,Qt as a,Vt as o,Yt as s,Zt as c,a as l,an as u,b as d,bt as f,ht as p,ln as m,o as h,qt as g,rn as _,tn as v,u as y,vt as b,x}from"./words-CSYP8CTQ.js";import{t as S}from"./places-BnEeg5QM.js";import{t as C}from"./keys-BtAWeeJP.js";import{i as w,r as T,t as E}from"./fr-picture-DPjzeCCH.js";import"./fr-timeline-Cv4mvkuW.js";import"./fr-plan-GNtlpDE5.js";var D=class{#e=new Map;constructor(e,t){this.host=e,this.cache=t,e.addController(this)}hostDisconnected(){for(let e of this.#e.keys())this.cache().release(e);this.#e.clear()}get(e){if(e===null)return null;let t=this.#e.get(e);return t===void 0?(this.#e.set(e,null),this.cache().acquire(e).then(t=>{this.#e.has(e)&&this.#e.set(e,t),this.host.requestUpdate()},()=>void 0),null):t}},O=[i,e,n,r,w,a`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 18px;
      min-width: 0;
    }
    .two {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 330px;
      gap: 20px;
      align-items: start;
    }
    fr-plan {
      --plan-height: 58vh;
    }
    .controls {
      margin-bottom: 12px;
    }
    ul {
      display: grid;
      gap: 10px;
      margin-top: 10px;
    }
    li {
      display: flex;
      align-items: center;
      gap: 12px;
    }
    li fr-picture {
      width: 46px;
      flex: none;
    }
    .handoff {
      align-items: baseline;
      padding: 7px 0;
    }
    .handoff + .handoff {
      border-top: 1px solid var(--line);
    }
    .tall {
      height: 60vh;
    }
    @media (max-width: 1000px) {
      .two {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `];function k({id:e,label:t}){return e!==null&&t!==null&&!/^Person \d+$/.test(t)}var A=86400,j=10,M=10,N=[1,10,60,600],P=class extends v{#e=new Set;#t=!1;constructor(e,t){super({phase:`loading`,error:null,plan:null,cameras:[],sightings:[],floorId:null,at_s:null,speed:60,playing:!1}),this.api=e,this.now_s=t}async load(){try{let e=await this.api.get(`cameras`);this.set({cameras:e.items,plan:await this.#r()}),this.set({sightings:await this.#i(),phase:`ready`,error:null})}catch(e){this.set({phase:`error`,error:m(e)})}}showFloor(e){this.set({floorId:e})}async take(e){if(e.event===`sighting`&&(this.#e.add(e.data.tracklet_id),!this.#t)){this.#t=!0;try{for(;this.#e.size>0;)await this.#n()}finally{this.#t=!1}}}async#n(){let e=[...this.#e].slice(0,M);for(let t of e)this.#e.delete(t);let t=e.map(e=>this.api.get(`sightings/${encodeURIComponent(e)}`)),n=(await Promise.allSettled(t)).flatMap(e=>e.status===`fulfilled`?[e.value]:[]),r=new Set(n.map(e=>e.id)),i=this.state.sightings.filter(e=>!r.has(e.id));this.set({sightings:[...i,...n].sort((e,t)=>e.start_s-t.start_s)})}get presence(){let{at_s:e}=this.state,t=e===null?e=>e.state===`open`:t=>t.start_s<=e&&e<=t.last_seen_s,n=new Map;for(let e of this.state.sightings.filter(t)){let t=n.get(e.camera)??{camera:e.camera,people:[]};t.people.push({id:e.identity_id,label:e.identity_label,crop_id:e.crop_id,sighting_id:e.id}),n.set(e.camera,t)}return[...n.values()]}get handoffs(){let e=this.state.at_s??1/0,t=new Map,n=[];for(let r of this.state.sightings){if(r.identity_id===null||r.start_s>e)continue;let i=t.get(r.identity_id);i&&i.camera!==r.camera&&n.push({identity_id:r.identity_id,identity_label:r.identity_label??``,from_camera:i.camera,to_camera:r.camera,gap_s:r.start_s-i.last_seen_s,at_s:r.start_s}),t.set(r.identity_id,r)}return n.slice(-10).reverse()}get span(){let e=this.now_s();return[Math.max(e-A,(this.state.sightings[0]?.start_s??e-60)-10),e]}scrub(e){this.set({at_s:e,playing:!1})}live(){this.set({at_s:null,playing:!1})}play(e){let[t]=this.span;this.set({playing:e,at_s:this.state.at_s??t})}setSpeed(e){this.set({speed:e})}advance(e){let{at_s:t,playing:n,speed:r}=this.state;if(!n||t===null)return;let[,i]=this.span,a=t+e*r;a>=i?this.live():this.set({at_s:a})}async#r(){try{return await this.api.get(`plan`)}catch{return null}}async#i(){let e=this.now_s()-A,t=[],n=null;for(let r=0;r<j;r+=1){let r={from:e,limit:200,cursor:n},i={...r,from:`a day ago`},a=await this.api.get(`sightings`,r,i);if(t.push(...a.items),n=a.cursor,n===null)break}return t.sort((e,t)=>e.start_s-t.start_s)}},F=3,I=class extends d{#e=null;#t=[];#n=0;#r=0;#i=new D(this,()=>this.services.pictures);constructor(){super(),o(this,()=>[this.store]),new C(this,()=>({" ":()=>this.#g(),l:()=>this.store.live()}))}static{this.styles=O}get store(){let{api:e,site:t}=this.services;return this.#e??=new P(e,()=>t.now_s()),this.#e}connectedCallback(){super.connectedCallback();let{live:e}=this.services;this.#t=[e.subscribe(e=>void this.store.take(e)),e.subscribe(({topic:e})=>e===`plan`&&void this.store.load()),e.onState(e=>e&&void this.store.load())],this.store.load()}disconnectedCallback(){super.disconnectedCallback(),cancelAnimationFrame(this.#n);for(let e of this.#t)e()}render(){let{phase:e,error:t,cameras:n}=this.store.state;return e===`loading`?s`<h1>${_(`nav.map`)}</h1>${T(1,`tall`)}`:e===`error`&&n.length===0?s`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:n.length===0?s`<fr-notice
        .icon=${p}
        heading=${_(`map.none.title`)}
        text=${_(`people.empty.text`)}
      ></fr-notice>`:s`${this.#a()}
      <div class="two">
        <div class="stack">${this.#o()} ${this.#d()}</div>
        <div class="stack">${this.#f()} ${this.#p()}</div>
      </div>`}#a(){let{at_s:e,plan:t,floorId:n}=this.store.state,r=t?.floors??[];return s`<div class="row wrap">
      <h1>${_(`nav.map`)}</h1>
      <span class="chip ${e===null?`good`:`accent`} numbers">
        ${e===null?_(`map.live`):y(e,this.services.site.zone,!0)}
      </span>
      <span class="grow"></span>
      ${r.length>1?s`<select
            aria-label=${_(`plan.floor`)}
            @change=${e=>this.store.showFloor(e.target.value)}
          >
            ${r.map(e=>s`<option value=${e.id} ?selected=${e.id===n}>${e.name}</option>`)}
          </select>`:g}
    </div>`}#o(){let{plan:e,cameras:t,floorId:n}=this.store.state,r=t.map(e=>e.name),i=S(e,r,n),a=this.store.presence;return s`<fr-plan
      .places=${i}
      label=${_(`map.label`)}
      .layer=${e=>c`${a.map(t=>{let n=i.at.get(t.camera);return n?this.#s(t,n,e):g})}`}
    ></fr-plan>`}#s({people:e},t,n){let r=e.filter(k),i=e.length-r.length,a=r.slice(0,F),o=i+r.length-a.length,s=[...a.map(e=>r=>this.#c(e,{x:r,y:t.y},n)),...o>0?[r=>this.#l(o,e,{x:r,y:t.y},n)]:[]],l=t.x-(s.length-1)*n*5/2;return c`${s.map((e,t)=>e(l+t*n*5))}`}#c(e,t,n){let r=n*6.2,i=this.#i.get(E(e.crop_id));return c`<g class="bubble" @click=${()=>this.#u(e.id)}>
      <title>${e.label}</title>
      <circle cx=${t.x} cy=${t.y} r=${n*3.4}></circle>
      ${i===null?c`<text x=${t.x} y=${t.y+n*.9} font-size=${n*2.5}>${L(e.label)}</text>`:c`<image href=${i} x=${t.x-r/2} y=${t.y-r/2} width=${r}
              height=${r} preserveAspectRatio="xMidYMin slice"></image>`}
    </g>`}#l(e,t,n,r){let[i]=t,a=t.length===1?i??null:null,o=a?L(a.label):String(e);return c`<g class="bubble others" @click=${()=>this.#u(a?.id??null)}>
      <title>${u(`map.others`,e)}</title>
      <circle cx=${n.x} cy=${n.y} r=${r*3.1}></circle>
      <text x=${n.x} y=${n.y+r*.9} font-size=${r*2.5}>${o}</text>
    </g>`}#u(e){e!==null&&this.services.router.go([`people`,e])}#d(){let{at_s:e,playing:t,speed:n,sightings:r,cameras:i}=this.store.state,[a,o]=this.store.span,c=i.map(({name:e})=>({label:l(e),bars:r.filter(t=>t.camera===e).map(e=>({id:e.id,from_s:e.start_s,to_s:e.last_seen_s,style:e.firm?`solid`:`dashed`,label:e.identity_label??_(`search.somebody`)}))}));return s`<section class="card">
      <div class="row wrap controls">
        <button @click=${()=>this.#g()}>
          <fr-icon path=${t?b:f}></fr-icon>
          ${_(t?`route.pause`:`map.replay`)}
        </button>
        <select
          aria-label=${_(`map.speed`)}
          @change=${e=>this.store.setSpeed(Number(e.target.value))}
        >
          ${N.map(e=>s`<option value=${e} ?selected=${e===n}>${e}×</option>`)}
        </select>
        <button ?disabled=${e===null} @click=${()=>this.store.live()}>
          ${_(`map.toLive`)}
        </button>
      </div>
      <fr-timeline
        .from_s=${a}
        .to_s=${o}
        .lanes=${c}
        .at_s=${e??o}
        .zone=${this.services.site.zone}
        scrubbing
        @scrub=${e=>this.store.scrub(e.detail)}
        @choose=${e=>this.#h(e.detail)}
      ></fr-timeline>
    </section>`}#f(){let e=this.store.presence.flatMap(({camera:e,people:t})=>t.map(t=>({...t,camera:e})));return s`<section class="card">
      <h2>${_(`map.inSight`)} <span class="muted numbers">${e.length}</span></h2>
      ${e.length===0?s`<p class="muted">${_(`map.nobody`)}</p>`:g}
      <ul>
        ${e.map(e=>s`<li>
              <fr-picture .src=${E(e.crop_id)}></fr-picture>
              <span class="grow cut">
                ${e.id?s`<a href="#/people/${encodeURIComponent(e.id)}">${e.label}</a>`:_(`search.somebody`)}<br /><span class="muted small">${l(e.camera)}</span>
              </span>
            </li>`)}
      </ul>
    </section>`}#p(){let{handoffs:e}=this.store;return s`<section class="card">
      <h2>${_(`map.handoffs`)}</h2>
      ${e.length===0?s`<p class="muted">${_(`map.noHandoffs`)}</p>`:g}
      <ol aria-live="polite">
        ${e.map(e=>this.#m(e))}
      </ol>
    </section>`}#m(e){let{zone:t}=this.services.site;return s`<li class="handoff">
      <time class="muted numbers small">${y(e.at_s,t,!0)}</time>
      <span class="grow">
        <a href="#/people/${encodeURIComponent(e.identity_id)}">${e.identity_label}</a><br />
        <span class="small muted"
          >${l(e.from_camera)} → ${l(e.to_camera)} · ${h(e.gap_s)}</span
        >
      </span>
    </li>`}#h(e){let t=this.store.state.sightings.find(t=>t.id===e);t&&this.store.scrub(t.start_s+.5)}#g(){let{store:e}=this;e.play(!e.state.playing),this.#r=performance.now(),e.state.playing&&(this.#n=requestAnimationFrame(e=>this.#_(e)))}#_(e){this.store.state.playing&&(this.store.advance((e-this.#r)/1e3),this.#r=e,this.#n=requestAnimationFrame(e=>this.#_(e)))}};I=x([t(`map-page`)],I);function L(e){return e===null?`?`:/^Person (\d+)$/.exec(e)?.[1]||e.split(/\s+/).filter(Boolean).slice(0,2).map(e=>e.charAt(0).toUpperCase()).join(``)}export{I as MapPage,L as initials};