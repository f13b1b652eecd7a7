import{At as e,Dt as t,Ft as n,Pt as r,Q as i,Tt as a,Y as o,a as s,bt as c,dt as l,et as u,ft as d,i as f,jt as p,kt as m,lt as h,m as g,p as _,r as v,ut as y,vt as b}from"./index-XtaqyY8s.js";import{t as x}from"./places-BnEeg5QM.js";import{t as S}from"./keys-BtAWeeJP.js";import{i as C,r as w,t as T}from"./fr-picture-D7V61Esp.js";import"./fr-timeline-B4HuZzh8.js";import"./fr-plan-Cu5yhADG.js";var E=[h,y,l,d,C,p`
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
  `],D=86400,O=10,k=[1,10,60,600],A=class extends r{constructor(e,t){super({phase:`loading`,error:null,plan:null,cameras:[],sightings:[],floorId:null,at_s:null,speed:60,playing:!1}),this.api=e,this.now_s=t}async load(){try{let e=await this.api.get(`cameras`);this.set({cameras:e.items,plan:await this.#e()}),this.set({sightings:await this.#t(),phase:`ready`,error:null})}catch(e){this.set({phase:`error`,error:n(e)})}}showFloor(e){this.set({floorId:e})}async take(e){if(e.event!==`sighting`)return;let{tracklet_id:t}=e.data;try{let e=await this.api.get(`sightings/${encodeURIComponent(t)}`),n=this.state.sightings.filter(t=>t.id!==e.id);this.set({sightings:[...n,e].sort((e,t)=>e.start_s-t.start_s)})}catch{}}get presence(){let{at_s:e}=this.state,t=e===null?e=>e.state===`open`:t=>t.start_s<=e&&e<=t.last_seen_s,n=new Map;for(let e of this.state.sightings.filter(t)){let t=n.get(e.camera)??{camera:e.camera,people:[]};t.people.push({id:e.identity_id,label:e.identity_label,crop_id:e.crop_id,sighting_id:e.id}),n.set(e.camera,t)}return[...n.values()]}get handoffs(){let e=this.state.at_s??1/0,t=new Map,n=[];for(let r of this.state.sightings){if(r.identity_id===null||r.start_s>e)continue;let i=t.get(r.identity_id);i&&i.camera!==r.camera&&n.push({identity_id:r.identity_id,identity_label:r.identity_label??``,from_camera:i.camera,to_camera:r.camera,gap_s:r.start_s-i.last_seen_s,at_s:r.start_s}),t.set(r.identity_id,r)}return n.slice(-10).reverse()}get span(){let e=this.now_s();return[Math.max(e-D,(this.state.sightings[0]?.start_s??e-60)-10),e]}scrub(e){this.set({at_s:e,playing:!1})}live(){this.set({at_s:null,playing:!1})}play(e){let[t]=this.span;this.set({playing:e,at_s:this.state.at_s??t})}setSpeed(e){this.set({speed:e})}advance(e){let{at_s:t,playing:n,speed:r}=this.state;if(!n||t===null)return;let[,i]=this.span,a=t+e*r;a>=i?this.live():this.set({at_s:a})}async#e(){try{return await this.api.get(`plan`)}catch{return null}}async#t(){let e=this.now_s()-D,t=[],n=null;for(let r=0;r<O;r+=1){let r={from:e,limit:200,cursor:n},i=await this.api.get(`sightings`,r);if(t.push(...i.items),n=i.cursor,n===null)break}return t.sort((e,t)=>e.start_s-t.start_s)}},j=class extends _{#e=null;#t=[];#n=0;#r=0;constructor(){super(),b(this,()=>[this.store]),new S(this,()=>({" ":()=>this.#f(),l:()=>this.store.live()}))}static{this.styles=E}get store(){let{api:e,site:t}=this.services;return this.#e??=new A(e,()=>t.now_s()),this.#e}connectedCallback(){super.connectedCallback();let{live:e}=this.services;this.#t=[e.subscribe(e=>void this.store.take(e)),e.subscribe(({topic:e})=>e===`plan`&&void this.store.load()),e.onState(e=>e&&void this.store.load())],this.store.load()}disconnectedCallback(){super.disconnectedCallback(),cancelAnimationFrame(this.#n);for(let e of this.#t)e()}render(){let{phase:e,error:t,cameras:n}=this.store.state;return e===`loading`?m`<h1>${c(`nav.map`)}</h1>${w(1,`tall`)}`:e===`error`&&n.length===0?m`<fr-notice .error=${t} @again=${()=>void this.store.load()}></fr-notice>`:n.length===0?m`<fr-notice
        .icon=${o}
        heading=${c(`map.none.title`)}
        text=${c(`people.empty.text`)}
      ></fr-notice>`:m`${this.#i()}
      <div class="two">
        <div class="stack">${this.#a()} ${this.#s()}</div>
        <div class="stack">${this.#c()} ${this.#l()}</div>
      </div>`}#i(){let{at_s:e,plan:n,floorId:r}=this.store.state,i=n?.floors??[];return m`<div class="row wrap">
      <h1>${c(`nav.map`)}</h1>
      <span class="chip ${e===null?`good`:`accent`} numbers">
        ${e===null?c(`map.live`):s(e,this.services.site.zone,!0)}
      </span>
      <span class="grow"></span>
      ${i.length>1?m`<select
            aria-label=${c(`plan.floor`)}
            @change=${e=>this.store.showFloor(e.target.value)}
          >
            ${i.map(e=>m`<option value=${e.id} ?selected=${e.id===r}>${e.name}</option>`)}
          </select>`:t}
    </div>`}#a(){let{plan:n,cameras:r,floorId:i}=this.store.state,a=r.map(e=>e.name),o=x(n,a,i),s=this.store.presence;return m`<fr-plan
      .places=${o}
      label=${c(`map.label`)}
      .layer=${n=>e`${s.map(e=>{let r=o.at.get(e.camera);return r?this.#o(e,r,n):t})}`}
    ></fr-plan>`}#o({people:t},n,r){let[i]=t,a=t.length>1?String(t.length):M(i?.label??null);return e`<g class="bubble" @click=${()=>{i?.id&&this.services.router.go([`people`,i.id])}}>
      <circle cx=${n.x} cy=${n.y} r=${r*3.1}></circle>
      <text x=${n.x} y=${n.y+r*.9} font-size=${r*2.5}>${a}</text>
    </g>`}#s(){let{at_s:e,playing:t,speed:n,sightings:r,cameras:a}=this.store.state,[o,s]=this.store.span,l=a.map(({name:e})=>({label:v(e),bars:r.filter(t=>t.camera===e).map(e=>({id:e.id,from_s:e.start_s,to_s:e.last_seen_s,style:e.firm?`solid`:`dashed`,label:e.identity_label??c(`search.somebody`)}))}));return m`<section class="card">
      <div class="row wrap controls">
        <button @click=${()=>this.#f()}>
          <fr-icon path=${t?i:u}></fr-icon>
          ${c(t?`route.pause`:`map.replay`)}
        </button>
        <select
          aria-label=${c(`map.speed`)}
          @change=${e=>this.store.setSpeed(Number(e.target.value))}
        >
          ${k.map(e=>m`<option value=${e} ?selected=${e===n}>${e}×</option>`)}
        </select>
        <button ?disabled=${e===null} @click=${()=>this.store.live()}>
          ${c(`map.toLive`)}
        </button>
      </div>
      <fr-timeline
        .from_s=${o}
        .to_s=${s}
        .lanes=${l}
        .at_s=${e??s}
        .zone=${this.services.site.zone}
        scrubbing
        @scrub=${e=>this.store.scrub(e.detail)}
        @choose=${e=>this.#d(e.detail)}
      ></fr-timeline>
    </section>`}#c(){let e=this.store.presence.flatMap(({camera:e,people:t})=>t.map(t=>({...t,camera:e})));return m`<section class="card">
      <h2>${c(`map.inSight`)} <span class="muted numbers">${e.length}</span></h2>
      ${e.length===0?m`<p class="muted">${c(`map.nobody`)}</p>`:t}
      <ul>
        ${e.map(e=>m`<li>
              <fr-picture .src=${T(e.crop_id)}></fr-picture>
              <span class="grow cut">
                ${e.id?m`<a href="#/people/${encodeURIComponent(e.id)}">${e.label}</a>`:c(`search.somebody`)}<br /><span class="muted small">${v(e.camera)}</span>
              </span>
            </li>`)}
      </ul>
    </section>`}#l(){let{handoffs:e}=this.store;return m`<section class="card">
      <h2>${c(`map.handoffs`)}</h2>
      ${e.length===0?m`<p class="muted">${c(`map.noHandoffs`)}</p>`:t}
      <ol aria-live="polite">
        ${e.map(e=>this.#u(e))}
      </ol>
    </section>`}#u(e){let{zone:t}=this.services.site;return m`<li class="handoff">
      <time class="muted numbers small">${s(e.at_s,t,!0)}</time>
      <span class="grow">
        <a href="#/people/${encodeURIComponent(e.identity_id)}">${e.identity_label}</a><br />
        <span class="small muted"
          >${v(e.from_camera)} → ${v(e.to_camera)} · ${f(e.gap_s)}</span
        >
      </span>
    </li>`}#d(e){let t=this.store.state.sightings.find(t=>t.id===e);t&&this.store.scrub(t.start_s+.5)}#f(){let{store:e}=this;e.play(!e.state.playing),this.#r=performance.now(),e.state.playing&&(this.#n=requestAnimationFrame(e=>this.#p(e)))}#p(e){this.store.state.playing&&(this.store.advance((e-this.#r)/1e3),this.#r=e,this.#n=requestAnimationFrame(e=>this.#p(e)))}};j=g([a(`map-page`)],j);function M(e){return e===null?`?`:/^Person (\d+)$/.exec(e)?.[1]||e.split(/\s+/).filter(Boolean).slice(0,2).map(e=>e.charAt(0).toUpperCase()).join(``)}export{j as MapPage,M as initials};