import{t as e}from"./query-Df4-SAIv.js";import{At as t,C as n,Ct as r,Dt as i,Et as a,Ft as o,J as s,K as c,L as l,M as ee,Pt as u,St as te,Tt as d,bt as f,ct as ne,dt as p,ft as m,j as re,jt as h,k as ie,kt as g,lt as _,m as v,n as ae,nt as oe,ot as se,p as y,r as b,s as ce,tt as le,ut as x,vt as S,wt as C}from"./index-XtaqyY8s.js";import"./fr-tabs-DWHtbVs5.js";import{i as w,n as T,r as E}from"./fr-picture-D7V61Esp.js";import{t as D}from"./fr-plan-Cu5yhADG.js";import"./fr-dialog-DZpCG4_2.js";import"./fr-menu-wjahhlrT.js";async function ue(e,t){try{let{items:n}=await e.get(`sightings`,{camera:t,limit:1}),[r]=n;return r?`sightings/${encodeURIComponent(r.id)}/frame.jpg`:null}catch{return null}}var de={good:`good`,limited:`warn`,poor:`bad`},O=class extends y{constructor(...e){super(...e),this.cameras=null,this.suitability=new Map,this.frames=new Map,this.error=null}static{this.styles=[_,p,w,h`
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 330px), 1fr));
        gap: 20px;
      }
      article {
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        --picture-ratio: 16 / 9;
        --picture-radius: 13px 13px 0 0;
      }
      .words {
        padding: 14px 18px 18px;
        display: grid;
        gap: 8px;
      }
      .figures {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 10px;
        margin-top: 4px;
      }
      .figures dt {
        font-size: 12.5px;
        color: var(--ink-3);
      }
      .figures dd {
        font-size: 19px;
        font-weight: 640;
        font-variant-numeric: tabular-nums;
      }
      .card-bone {
        height: 330px;
      }
    `]}connectedCallback(){super.connectedCallback(),this.#n()}render(){return this.error?g`<fr-notice .error=${this.error} @again=${()=>void this.#n()}></fr-notice>`:this.cameras===null?g`<div class="all">${E(4,`card-bone`)}</div>`:this.cameras.length===0?g`<fr-notice
        .icon=${n}
        heading=${f(`cameras.none.title`)}
        text=${f(`cameras.none.text`)}
      ></fr-notice>`:g`<div class="all">${this.cameras.map(e=>this.#e(e))}</div>`}#e(e){let t=this.suitability.get(e.name),n=this.services.site.now_s();return g`<article>
      <fr-picture
        .src=${this.frames.get(e.name)??null}
        alt=${f(`cameras.lastPicture`,{name:b(e.name)})}
      ></fr-picture>
      <div class="words">
        <div class="row">
          <h2 class="grow cut">${b(e.name)}</h2>
          ${e.on_site?g`<span class="chip good">${te(`cameras.inSight`,e.on_site)}</span>`:i}
          ${t?g`<span class="chip ${de[t.rating]}">${f(`rating.${t.rating}`)}</span>`:i}
        </div>
        <p class="muted small">
          ${f(`cameras.lastSeen`,{when:ae(n-e.last_seen_s)})}
        </p>
        ${t?g`<p>${t.reason} <span class="muted">${t.advice}</span></p>`:i}
        <dl class="figures">
          ${this.#t(f(`cameras.tracklets`),t?.tracklets??e.tracklets)}
          ${t?this.#t(f(`cameras.crops`),t.usable_crops):i}
          ${t?.median_height_px?this.#t(f(`cameras.height`),`${Math.round(t.median_height_px)} px`):i}
        </dl>
      </div>
    </article>`}#t(e,t){return g`<div>
      <dt>${e}</dt>
      <dd>${t}</dd>
    </div>`}async#n(){let{api:e}=this.services;this.error=null;try{this.cameras=(await e.get(`cameras`)).items,this.#r(this.cameras)}catch(e){this.error=o(e);return}try{let{items:t}=await e.get(`suitability`);this.suitability=new Map(t.map(e=>[e.camera,e]))}catch{}}async#r(e){for(let{name:t}of e){let e=await ue(this.services.api,t);e!==null&&(this.frames=new Map([...this.frames,[t,e]]))}}};v([r()],O.prototype,`cameras`,void 0),v([r()],O.prototype,`suitability`,void 0),v([r()],O.prototype,`frames`,void 0),v([r()],O.prototype,`error`,void 0),O=v([d(`camera-list`)],O);var fe=60,k=8;function pe(e,t){let n=e.slice(0,k),r=A(n,t),i=.001;for(let e=0;e<fe&&i<0xe8d4a51000;e+=1){let{normal:e,gradient:a}=me(n,t),o=he(e.map((e,t)=>e.map((e,n)=>t===n?e*(1+i)+1e-15:e)),a),s=n.map((e,t)=>e+(o[t]??0)),c=A(s,t);c<r?([n,r]=[s,c],i/=10):i*=10}return[...n,1]}function A(e,t){let n=0;for(let r of t){let{u:t,v:i}=j(e,r);n+=(t-r.plan.x)**2+(i-r.plan.y)**2}return n}function j(e,{image:{x:t,y:n}}){let[r=0,i=0,a=0,o=0,s=0,c=0,l=0,ee=0]=e,u=l*t+ee*n+1;return{depth:u,u:(r*t+i*n+a)/u,v:(o*t+s*n+c)/u}}function me(e,t){let n=Array.from({length:k},()=>Array(k).fill(0)),r=Array(k).fill(0),i=(e,t)=>{for(let i=0;i<k;i+=1){r[i]=(r[i]??0)-(e[i]??0)*t;let a=n[i]??[];for(let t=0;t<k;t+=1)a[t]=(a[t]??0)+(e[i]??0)*(e[t]??0)}};for(let n of t){let{depth:t,u:r,v:a}=j(e,n),[o,s,c]=[n.image.x/t,n.image.y/t,1/t];i([o,s,c,0,0,0,-r*o,-r*s],r-n.plan.x),i([0,0,0,o,s,c,-a*o,-a*s],a-n.plan.y)}return{normal:n,gradient:r}}function he(e,t){let n=e.map((e,n)=>[...e,t[n]??0]),r=n.length;for(let e=0;e<r;e+=1){let t=n.slice(e).reduce((t,n)=>Math.abs(n[e]??0)>Math.abs(t[e]??0)?n:t),i=n.indexOf(t);[n[e],n[i]]=[t,n[e]??[]];for(let i=0;i<r;i+=1){let a=n[i]??[];if(i===e||!t[e])continue;let o=(a[e]??0)/(t[e]??1);for(let n=e;n<=r;n+=1)a[n]=(a[n]??0)-o*(t[n]??0)}}return n.map((e,t)=>e[t]?(e[r]??0)/(e[t]??1):0)}function ge(e){if(e.length<4)return null;let t=P(e.map(e=>e.image)),n=P(e.map(e=>e.plan));if(t===null||n===null)return null;let r=e.map(e=>({image:F(e.image,t),plan:F(e.plan,n)})),i=xe(_e(r)),a=i?.[8]??0;if(i===null||Math.abs(a)<1e-12)return null;let o=pe(i.map(e=>e/a),r),s=I(I(be(n),o),t.matrix),c=N(s,t.centre);return Math.abs(c)<1e-12?null:s.map(e=>e/c)}function _e(e){return e.flatMap(({image:{x:e,y:t},plan:{x:n,y:r}})=>[[e,t,1,0,0,0,-n*e,-n*t,-n],[0,0,0,e,t,1,-r*e,-r*t,-r]])}var ve=50;function M(e,t){let[n=0,r=0,i=0,a=0,o=0,s=0]=e,c=N(e,t);return c<=1/ve?null:{x:(n*t.x+r*t.y+i)/c,y:(a*t.x+o*t.y+s)/c}}function ye(e,t){let n=0;for(let r of t){let t=M(e,r.image);if(t===null)return 1/0;n+=(t.x-r.plan.x)**2+(t.y-r.plan.y)**2}return Math.sqrt(n/Math.max(1,t.length))}function N(e,t){return(e[6]??0)*t.x+(e[7]??0)*t.y+(e[8]??0)}function P(e){let t=e.length,n={x:e.reduce((e,t)=>e+t.x,0)/t,y:e.reduce((e,t)=>e+t.y,0)/t},r=e.map(e=>Math.hypot(e.x-n.x,e.y-n.y)).reduce((e,t)=>e+t,0)/t;if(r<1e-12)return null;let i=Math.SQRT2/r;return{centre:n,scale:i,matrix:[i,0,-i*n.x,0,i,-i*n.y,0,0,1]}}function F(e,t){return{x:(e.x-t.centre.x)*t.scale,y:(e.y-t.centre.y)*t.scale}}function be({centre:e,scale:t}){return[1/t,0,e.x,0,1/t,e.y,0,0,1]}function I(e,t){let n=[];for(let r=0;r<3;r+=1)for(let i=0;i<3;i+=1){let a=0;for(let n=0;n<3;n+=1)a+=(e[3*r+n]??0)*(t[3*n+i]??0);n.push(a)}return n}function xe(e){let t=Se(e,9),n=Array.from({length:9},(e,t)=>Array.from({length:9},(e,n)=>+(t===n)));for(let e=0;e<60&&!(Ce(t,n,9)<1e-22);e+=1);let r=Array.from({length:9},(e,t)=>t).sort((e,n)=>R(t,e,e)-R(t,n,n)),[i=0,a=1]=r,o=R(t,r[8]??0,r[8]??0);return R(t,a,a)<1e-9*o?null:n.map(e=>e[i]??0)}function Se(e,t){return Array.from({length:t},(n,r)=>Array.from({length:t},(t,n)=>e.reduce((e,t)=>e+(t[r]??0)*(t[n]??0),0)))}function Ce(e,t,n){let r=0;for(let i=0;i<n-1;i+=1)for(let a=i+1;a<n;a+=1){let n=R(e,i,a);if(r+=n*n,Math.abs(n)<1e-300)continue;let o=(R(e,a,a)-R(e,i,i))/(2*n),s=(o>=0?1:-1)/(Math.abs(o)+Math.sqrt(o*o+1)),c=1/Math.sqrt(s*s+1);L(e,i,a,c,s*c),we(e,i,a,c,s*c),L(t,i,a,c,s*c)}return r}function L(e,t,n,r,i){for(let a of e){let[e,o]=[a[t]??0,a[n]??0];a[t]=r*e-i*o,a[n]=i*e+r*o}}function we(e,t,n,r,i){let[a=[],o=[]]=[e[t],e[n]];for(let e=0;e<a.length;e+=1){let[t,n]=[a[e]??0,o[e]??0];a[e]=r*t-i*n,o[e]=i*t+r*n}}function R(e,t,n){return e[t]?.[n]??0}var Te=.02,Ee=.03,De=.05,Oe=1,ke=new Set([`unproven`,`clustered`,`inexact`]);function Ae(e,t){if(e.length<4)return B(`too_few`);let n=e.map(e=>e.image),r=e.map(e=>e.plan);if(V(n)||V(r))return B(`collinear`);let i=ge(e);if(i===null)return B(`collinear`);if(je(i,n))return B(`above_horizon`,i);if(Me(i)<=0)return B(`mirrored`,i);let a=Ne(n)?[`clustered`]:[];if(e.length===4)return z(i,null,[...a,`unproven`]);let o=ye(i,e);return Pe(o,t,r)&&a.push(`inexact`),z(i,o,a)}function z(e,t,n){return{homography:e,residual_units:t,problems:n,usable:n.every(e=>ke.has(e))}}function B(e,t=null){return{homography:t,residual_units:null,problems:[e],usable:!1}}function V(e){let t=e.map((t,n)=>e.filter((e,t)=>t!==n));return H(e)||t.some(H)}function H(e){let{x:t,y:n}=Fe(e),[r,i,a]=[0,0,0];for(let o of e)r+=(o.x-t)**2,i+=(o.x-t)*(o.y-n),a+=(o.y-n)**2;let o=Math.hypot((r-a)/2,i),s=(r+a)/2+o,c=s>0?Math.max(0,(r*a-i*i)/s):0;return Math.sqrt(c)<=Te*Math.sqrt(s)}function je(e,t){return[...t,{x:.5,y:1}].some(t=>M(e,t)===null)}function Me([e=0,t=0,n=0,r=0,i=0,a=0,o=0,s=0,c=0]){return e*(i*c-a*s)-t*(r*c-a*o)+n*(r*s-i*o)}function Ne(e){let{width:t,height:n}=U(e);return t*n<Ee}function Pe(e,t,n){if(t!==null)return e*t>Oe;let{width:r,height:i}=U(n);return e>De*Math.hypot(r,i)}function Fe(e){let t=Math.max(1,e.length);return{x:e.reduce((e,t)=>e+t.x,0)/t,y:e.reduce((e,t)=>e+t.y,0)/t}}function U(e){let t=e.map(e=>e.x),n=e.map(e=>e.y);return{width:Math.max(...t)-Math.min(...t),height:Math.max(...n)-Math.min(...n)}}var W=class extends a{constructor(...e){super(...e),this.src=null,this.points=[],this.pending=null,this.label=``,this.ratio=16/9}static{this.styles=[_,h`
      .frame {
        position: relative;
        cursor: crosshair;
        border-radius: 12px;
        overflow: hidden;
        --picture-radius: 12px;
      }
      .point {
        position: absolute;
        left: var(--x);
        top: var(--y);
        transform: translate(-50%, -50%);
        width: 24px;
        height: 24px;
        border-radius: 50%;
        display: grid;
        place-content: center;
        background: #c0262d;
        color: #fff;
        border: 2px solid #fff;
        font-size: 12px;
        font-weight: 680;
        pointer-events: none;
      }
      .pending {
        background: #fff;
        border-color: #c0262d;
      }
    `]}render(){return g`<div
      class="frame"
      role="application"
      aria-label=${this.label}
      ${T({"--picture-ratio":String(this.ratio)})}
      @click=${e=>this.#t(e)}
    >
      <fr-picture fit="whole" .src=${this.src} alt=${this.label||f(`picture.none`)} @shown=${e=>this.ratio=e.detail}></fr-picture>
      ${this.points.map((e,t)=>this.#e(e,String(t+1),``))}
      ${this.pending?this.#e(this.pending,``,`pending`):i}
    </div>`}#e(e,t,n){return g`<span
      class="point ${n}"
      ${T({"--x":`${100*e.x}%`,"--y":`${100*e.y}%`})}
      >${t}</span
    >`}#t(e){let{left:t,top:n,width:r,height:i}=e.currentTarget.getBoundingClientRect(),a={x:(e.clientX-t)/r,y:(e.clientY-n)/i};this.dispatchEvent(new CustomEvent(`mark`,{detail:a}))}};v([C()],W.prototype,`src`,void 0),v([C({attribute:!1})],W.prototype,`points`,void 0),v([C({attribute:!1})],W.prototype,`pending`,void 0),v([C()],W.prototype,`label`,void 0),v([r()],W.prototype,`ratio`,void 0),W=v([d(`frame-points`)],W);var Ie=class extends u{constructor(e,t,n){super({pairs:[],pending:null,saved:null,changed:!1}),this.api=e,this.camera=t,this.frigate_instance=n}async load(){let e=await this.api.get(this.#e(),this.#t());this.set({saved:e,pairs:e.pairs,changed:!1})}markFrame(e){this.set({pending:e})}markPlan(e){let{pending:t,pairs:n}=this.state;t!==null&&this.set({pairs:[...n,{image:t,plan:e}],pending:null,changed:!0})}remove(e){this.set({pairs:this.state.pairs.filter((t,n)=>n!==e),changed:!0})}async save(){let{pairs:e}=this.state,t=await this.api.put(this.#e(),{pairs:e},this.#t());return this.set({saved:t,pairs:t.pairs,changed:!1}),t}assess(e){return Ae(this.state.pairs,e)}landing(e){let{homography:t}=this.assess(null);return t?M(t,e.image):null}#e(){return`cameras/${encodeURIComponent(this.camera)}/calibration`}#t(){return{frigate_instance:this.frigate_instance}}},G=class extends y{constructor(...e){super(...e),this.camera=``,this.pairs=null,this.frame=null,this.#e=()=>void 0}#e;static{this.styles=[_,x,p,h`
      fr-dialog {
        --dialog-width: 1180px;
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 16px;
        margin: 12px 0;
        align-items: start;
      }
      fr-plan {
        --plan-height: 52vh;
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      ol li {
        display: flex;
        align-items: center;
        gap: 2px;
        background: var(--surface-2);
        border-radius: 999px;
        padding-left: 13px;
      }
      ol li button {
        min-height: 34px;
        width: 34px;
        border-radius: 50%;
        --icon-size: 16px;
      }
      .problems.bad {
        color: var(--bad);
      }
      .problems {
        color: var(--warn);
        margin-top: 10px;
        display: grid;
        gap: 4px;
      }
      @media (max-width: 760px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `]}connectedCallback(){super.connectedCallback();let e=this.store.cameras.find(e=>e.name===this.camera),t=new Ie(this.services.api,this.camera,e?.frigate_instance??``);this.#e=t.subscribe(()=>this.requestUpdate()),this.pairs=t,this.#a(t)}disconnectedCallback(){super.disconnectedCallback(),this.#e()}render(){let{pairs:e}=this;if(e===null)return i;let{pending:t,changed:n}=e.state;return g`<fr-dialog
      wide
      heading=${f(`calibrate.title`,{name:b(this.camera)})}
      @closed=${()=>this.dispatchEvent(new CustomEvent(`closed`))}
    >
      <p class="muted">${f(t?`calibrate.nowPlan`:`calibrate.nowFrame`)}</p>
      <div class="two">
        <frame-points
          .src=${this.frame}
          .points=${e.state.pairs.map(e=>e.image)}
          .pending=${t}
          label=${f(`calibrate.frame`)}
          @mark=${t=>e.markFrame(t.detail)}
        ></frame-points>
        <fr-plan
          .places=${this.#i()}
          .layer=${t=>this.#r(e,t)}
          label=${f(`calibrate.plan`)}
          @press=${t=>e.markPlan(t.detail)}
        ></fr-plan>
      </div>
      ${this.#t(e)}
      <button
        slot="actions"
        class="primary"
        ?disabled=${!n||e.state.pairs.length<4}
        @click=${()=>void this.#o(e)}
      >
        ${f(`action.save`)}
      </button>
    </fr-dialog>`}#t(e){let{pairs:t}=e.state;return g`<ol aria-label=${f(`calibrate.pairs`)}>
        ${t.map((t,n)=>g`<li>
              ${n+1}
              <button
                class="quiet icon"
                aria-label=${f(`calibrate.remove`,{n:n+1})}
                @click=${()=>e.remove(n)}
              >
                <fr-icon path=${ie}></fr-icon>
              </button>
            </li>`)}
      </ol>
      ${this.#n(e)}`}#n(e){let t=this.store.floor?.metres_per_unit??null,{residual_units:n,problems:r,usable:a}=e.assess(t),o=n===null?``:t===null?f(`calibrate.residual`,{units:n.toFixed(1)}):f(`calibrate.residualMetres`,{metres:(n*t).toFixed(2)});return g`<div role="status">
      ${o?g`<p><strong>${o}</strong></p>`:i}
      <ul class="problems ${a?``:`bad`}">
        ${r.map(e=>g`<li>${f(`problem.${e}`)}</li>`)}
      </ul>
    </div>`}#r(e,n){return t`${e.state.pairs.map((r,a)=>{let o=e.landing(r);return t`<g class="pair">
        ${o?t`<line class="miss" x1=${r.plan.x} y1=${r.plan.y} x2=${o.x} y2=${o.y}></line>`:i}
        <circle cx=${r.plan.x} cy=${r.plan.y} r=${n*1.5}></circle>
        <text x=${r.plan.x} y=${r.plan.y+n*.7} font-size=${n*1.9}>${a+1}</text>
      </g>`})}`}#i(){let{floor:e,placements:t}=this.store,n=t.filter(e=>e.camera===this.camera);return{width:e?.width??1,height:e?.height??1,floor:e,placements:n,at:new Map(n.map(e=>[e.camera,{x:e.x,y:e.y}])),schematic:!1}}async#a(e){try{this.frame=await ue(this.services.api,this.camera),await e.load()}catch{}}async#o(e){try{let t=await e.save();await this.store.load(),t.usable&&this.services.toasts.done(f(`person.changed`))}catch(e){this.services.toasts.failed(e)}}};v([C({attribute:!1})],G.prototype,`store`,void 0),v([C()],G.prototype,`camera`,void 0),v([r()],G.prototype,`pairs`,void 0),v([r()],G.prototype,`frame`,void 0),G=v([d(`calibration-sheet`)],G);var K=class extends y{constructor(){super(),this.placing=null,S(this,()=>[this.store])}static{this.styles=[_,x,p,m,h`
      .card {
        display: grid;
        gap: 12px;
        margin-bottom: 16px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 46px;
      }
      .name {
        all: unset;
        cursor: pointer;
        flex: 1;
        min-width: 0;
        padding: 8px 10px;
        border-radius: 9px;
        font-weight: 560;
      }
      .name:focus-visible {
        outline: 2px solid var(--accent);
      }
      .name[aria-pressed='true'] {
        background: var(--accent-soft);
      }
      input[type='range'] {
        width: 100%;
      }
      output {
        float: right;
        font-weight: 480;
        color: var(--ink-3);
      }
    `]}render(){let{placement:e}=this.store;return g`${e?this.#t(e):i}
      <section class="card">
        <h2>${f(`nav.cameras`)}</h2>
        <ul>
          ${this.store.cameras.map(e=>this.#e(e))}
        </ul>
      </section>`}#e(e){let{floorId:t,selected:n}=this.store.state,r=e.placement?.floor_id===t;return g`<li>
      <button
        class="name cut"
        aria-pressed=${n===e.name}
        ?disabled=${!r}
        @click=${()=>this.store.select(e.name)}
      >
        ${b(e.name)}
      </button>
      ${e.calibrated?g`<span class="chip good">${f(`plan.calibrated`)}</span>`:i}
      ${r?i:g`<button
            aria-pressed=${this.placing===e.name}
            @click=${()=>this.#i(`place`,e.name)}
          >
            <fr-icon path=${s}></fr-icon>
            ${e.placement?f(`plan.moveHere`):f(`plan.place`)}
          </button>`}
    </li>`}#t(e){let t=Math.max(this.store.floor?.width??1,this.store.floor?.height??1);return g`<section class="card">
      <h2>${b(e.camera)}</h2>
      ${this.#n(`heading_deg`,e,0,359,`°`)}
      ${this.#n(`view_deg`,e,10,360,`°`)}
      ${this.#n(`range_units`,e,t/50,t,``)}
      <div class="row wrap">
        <button @click=${()=>this.#i(`calibrate`,e.camera)}>
          <fr-icon path=${re}></fr-icon>${f(`plan.calibrate`)}
        </button>
        <button class="quiet" @click=${()=>void this.#r(()=>this.store.remove(e.camera))}>
          <fr-icon path=${c}></fr-icon>${f(`plan.takeOff`)}
        </button>
      </div>
    </section>`}#n(e,t,n,r,i){let a=this.store.floor?.metres_per_unit,o=t[e],s=e===`range_units`&&a?`${(o*a).toFixed(1)} m`:`${Math.round(o)}${i}`;return g`<label class="field"
      ><span>${f(`plan.${e}`)}<output>${s}</output></span>
      <input
        type="range"
        min=${n}
        max=${r}
        step="any"
        .value=${String(o)}
        @input=${t=>this.store.adjust({[e]:Number(t.target.value)})}
        @change=${()=>void this.#r(()=>this.store.save())}
    /></label>`}async#r(e){try{await e()}catch(e){this.services.toasts.failed(e)}}#i(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};v([C({attribute:!1})],K.prototype,`store`,void 0),v([C()],K.prototype,`placing`,void 0),K=v([d(`camera-panel`)],K);var q=class extends y{constructor(){super(),this.measuring=!1,this.ruler=[],S(this,()=>[this.store])}static{this.styles=[_,x,m,h`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        align-items: center;
      }
      input[type='number'] {
        width: 110px;
      }
      form {
        display: flex;
        gap: 8px;
        align-items: center;
      }
    `]}render(){let e=this.store.state.plan?.floors??[],{floor:t}=this.store;return t===null?i:g`<div class="bar">
      <select
        aria-label=${f(`plan.floor`)}
        @change=${e=>this.store.showFloor(e.target.value)}
      >
        ${e.map(e=>g`<option value=${e.id} ?selected=${e.id===t.id}>${e.name}</option>`)}
      </select>
      <button @click=${()=>this.chooser.click()}>
        <fr-icon path=${ne}></fr-icon>${t.has_picture?f(`plan.replace`):f(`plan.upload`)}
      </button>
      <input
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp,image/svg+xml"
        @change=${()=>void this.#r()}
      />
      <button aria-pressed=${this.measuring} @click=${()=>this.#a(`measure`)}>
        <fr-icon path=${oe}></fr-icon>${f(`plan.scale`)}
      </button>
      ${this.ruler.length===2?this.#e():i}
      <span class="muted small grow">${this.#t()}</span>
      <fr-menu
        label=${f(`action.moreFor`,{name:t.name})}
        .items=${[{label:f(`plan.addFloor`),icon:le,action:()=>void this.#i(()=>this.store.addFloor(f(`plan.floorNumber`,{n:e.length})))},{label:f(`plan.removeFloor`),icon:ee,danger:!0,action:()=>void this.#i(()=>this.store.removeFloor())}]}
      ></fr-menu>
    </div>`}#e(){return g`<form @submit=${e=>void this.#n(e)}>
      <input
        type="number"
        name="metres"
        min="0.1"
        step="any"
        required
        autofocus
        placeholder=${f(`plan.metres`)}
        aria-label=${f(`plan.metres`)}
      />
      <button class="primary">${f(`action.save`)}</button>
    </form>`}#t(){let e=this.store.floor?.metres_per_unit;if(!e)return f(`plan.noScale`);let t=Math.round((this.store.floor?.width??0)*e);return f(`plan.width`,{metres:t})}async#n(e){e.preventDefault();let t=new FormData(e.target),n=Number(t.get(`metres`)),[r,i]=this.ruler;if(!r||!i)return;let a=Math.hypot(r.x-i.x,r.y-i.y);a>0&&await this.#i(()=>this.store.changeFloor({metres_per_unit:n/a})),this.#a(`measured`)}async#r(){let[e]=this.chooser.files??[];e&&await this.#i(()=>this.store.upload(e)),this.chooser.value=``}async#i(e){try{await e()}catch(e){this.services.toasts.failed(e)}}#a(e){this.dispatchEvent(new CustomEvent(e))}};v([C({attribute:!1})],q.prototype,`store`,void 0),v([C({type:Boolean})],q.prototype,`measuring`,void 0),v([C({attribute:!1})],q.prototype,`ruler`,void 0),v([e(`input[type=file]`)],q.prototype,`chooser`,void 0),q=v([d(`floor-bar`)],q);var Le=[_,x,w,h`
    :host {
      display: grid;
      gap: 16px;
    }
    .editor {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 320px;
      gap: 20px;
      align-items: start;
    }
    fr-plan {
      --plan-height: 68vh;
    }
    .hint {
      padding: 10px 4px 0;
    }
    .tall {
      height: 60vh;
    }
    @media (max-width: 1000px) {
      .editor {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `],Re=80,ze=3,Be=class extends u{constructor(e){super({phase:`loading`,error:null,plan:null,floorId:null,selected:null,draft:null}),this.api=e}async load(){try{let e=await this.api.get(`plan`),t=e.floors.some(e=>e.id===this.state.floorId)?this.state.floorId:e.floors[0]?.id??null;this.set({phase:`ready`,error:null,plan:e,floorId:t,draft:null})}catch(e){this.set({phase:`error`,error:o(e)})}}get floor(){return this.state.plan?.floors.find(e=>e.id===this.state.floorId)??null}get cameras(){return this.state.plan?.cameras??[]}get placements(){let{plan:e,draft:t,floorId:n}=this.state,r=(e?.placements??[]).filter(e=>e.floor_id===n);return t===null?r:[...r.filter(e=>e.camera!==t.camera),t]}get placement(){return this.placements.find(e=>e.camera===this.state.selected)??null}showFloor(e){this.set({floorId:e,selected:null,draft:null})}select(e){this.set({selected:e,draft:null})}handleAt(e,t){let{placement:n}=this;if(n&&We(Ve(n),e,ze*t))return{kind:`heading`,camera:n.camera};let r=this.placements.find(n=>We(n,e,ze*t));return r?{kind:`body`,camera:r.camera}:null}drag(e,t){let n=this.placements.find(t=>t.camera===e.camera);if(n===void 0)return;let r=e.kind===`body`?Ue(t,this.floor):{heading_deg:D(n,t),range_units:Ge(n,t)};this.set({selected:e.camera,draft:{...n,...r}})}adjust(e){let{placement:t}=this;t&&this.set({draft:{...t,...e}})}async place(e,t){let{floor:n}=this,r=this.cameras.find(t=>t.name===e);n!==null&&r!==void 0&&(this.set({selected:e,draft:{camera:e,frigate_instance:r.frigate_instance,floor_id:n.id,...Ue(t,n),heading_deg:D(t,{x:n.width/2,y:n.height/2}),view_deg:Re,range_units:Math.max(n.width,n.height)/5}}),await this.save())}async save(){let{draft:e}=this.state;if(e===null)return;let{camera:t,frigate_instance:n,...r}=e,i={...r,heading_deg:Math.round(r.heading_deg*10)%3600/10};await this.#e(()=>this.api.put(He(t),i,{frigate_instance:n}))}async remove(e){let t=this.cameras.find(t=>t.name===e)?.frigate_instance;await this.#e(()=>this.api.delete(He(e),{frigate_instance:t})),this.select(null)}async addFloor(e){let t=Math.max(-1,...this.state.plan?.floors.map(e=>e.level)??[])+1,n=await this.api.post(`floors`,{name:e,level:t});await this.load(),this.showFloor(n.id)}async changeFloor(e){let{floor:t}=this;t&&await this.#e(()=>this.api.patch(J(t.id),e))}async removeFloor(){let{floor:e}=this;e&&await this.#e(()=>this.api.delete(J(e.id)))}async upload(e){let{floor:t}=this;t!==null&&await this.#e(()=>this.api.upload(`PUT`,`${J(t.id)}/picture`,e))}async setRule(e,t,n){let r=n===`learned`?null:n,i=`topology/${encodeURIComponent(e)}/${encodeURIComponent(t)}`;await this.#e(()=>this.api.put(i,{rule:r}))}async#e(e){try{await e()}finally{await this.load()}}};function Ve(e){let t=e.heading_deg*Math.PI/180;return{x:e.x+e.range_units*Math.sin(t),y:e.y-e.range_units*Math.cos(t)}}function He(e){return`cameras/${encodeURIComponent(e)}/placement`}function J(e){return`floors/${encodeURIComponent(e)}`}function Ue(e,t){let{width:n,height:r}=t??{width:1/0,height:1/0};return{x:Math.min(n,Math.max(0,e.x)),y:Math.min(r,Math.max(0,e.y))}}function We(e,t,n){return Ge(e,t)<=n}function Ge(e,t){return Math.hypot(e.x-t.x,e.y-t.y)}var Y=class extends y{#e;constructor(){super(),this.placing=null,this.calibrating=null,this.ruler=null,this.#e=null,S(this,()=>[this.store])}static{this.styles=Le}render(){let{phase:e,plan:t,error:n}=this.store.state;return e===`loading`?E(1,`tall`):t===null?g`<fr-notice .error=${n} @again=${()=>void this.store.load()}></fr-notice>`:g`<floor-bar
        .store=${this.store}
        .measuring=${this.ruler!==null}
        .ruler=${this.ruler??[]}
        @measure=${()=>this.ruler=this.ruler===null?[]:null}
        @measured=${()=>this.ruler=null}
      ></floor-bar>
      ${this.store.floor===null?this.#t():this.#n()}
      ${this.calibrating?g`<calibration-sheet
            .store=${this.store}
            .camera=${this.calibrating}
            @closed=${()=>this.calibrating=null}
          ></calibration-sheet>`:i}`}#t(){return g`<fr-notice
      .icon=${l}
      heading=${f(`plan.none.title`)}
      text=${f(`plan.none.text`)}
    >
      <button class="primary" @click=${()=>void this.#u(()=>this.store.addFloor(f(`plan.ground`)))}>
        ${f(`plan.addFloor`)}
      </button>
    </fr-notice>`}#n(){let{selected:e}=this.store.state;return g`<div class="editor">
      <div>
        <fr-plan
          .places=${this.#r()}
          label=${f(`plan.editorLabel`)}
          .layer=${e=>this.#i(e)}
          @grab=${e=>this.#s(e)}
          @drag=${e=>this.#e&&this.store.drag(this.#e,e.detail)}
          @drop=${()=>void this.#c()}
          @press=${e=>void this.#l(e.detail)}
        ></fr-plan>
        <p class="muted small hint" role="status">${this.#a()}</p>
      </div>
      <camera-panel
        .store=${this.store}
        .placing=${this.placing}
        @place=${e=>this.#o(e.detail)}
        @calibrate=${()=>this.calibrating=e}
      ></camera-panel>
    </div>`}#r(){let{floor:e,placements:t}=this.store;return{width:e?.width??1,height:e?.height??1,floor:e,placements:t,at:new Map(t.map(e=>[e.camera,{x:e.x,y:e.y}])),schematic:!1}}#i(e){let{placement:n}=this.store,r=n?Ve(n):null,a=n&&r?t`<line class="reach" x1=${n.x} y1=${n.y} x2=${r.x} y2=${r.y}></line>
          <circle class="chosen" cx=${n.x} cy=${n.y} r=${e*1.7}></circle>
          <circle class="tip" cx=${r.x} cy=${r.y} r=${e*1.4}></circle>`:i,[o,s]=this.ruler??[],c=o&&s?t`<line class="ruler" x1=${o.x} y1=${o.y} x2=${s.x} y2=${s.y}></line>`:i,l=(this.ruler??[]).map(n=>t`<circle class="end" cx=${n.x} cy=${n.y} r=${e*.9}></circle>`);return t`${a}${c}${l}`}#a(){return this.ruler===null?this.placing===null?f(`plan.hint`):f(`plan.hintPlace`):f(this.ruler.length<2?`plan.hintRuler`:`plan.hintLength`)}#o(e){this.placing=this.placing===e?null:e}#s(e){this.ruler===null&&this.placing===null&&(this.#e=this.store.handleAt(e.detail,this.drawing.unit),this.#e&&e.preventDefault())}async#c(){let e=this.#e;this.#e=null,e&&this.store.state.draft&&await this.#u(()=>this.store.save())}async#l(e){if(this.ruler!==null){this.ruler=this.ruler.length<2?[...this.ruler,e]:[e];return}let{placing:t}=this;t===null?this.store.select(this.store.handleAt(e,this.drawing.unit)?.camera??null):(this.placing=null,await this.#u(()=>this.store.place(t,e)))}async#u(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};v([C({attribute:!1})],Y.prototype,`store`,void 0),v([r()],Y.prototype,`placing`,void 0),v([r()],Y.prototype,`calibrating`,void 0),v([r()],Y.prototype,`ruler`,void 0),v([e(`fr-plan`)],Y.prototype,`drawing`,void 0),Y=v([d(`plan-editor`)],Y);var Ke=[`learned`,`forbidden`,`forced`,`overlap`],X=class extends y{constructor(){super(),S(this,()=>[this.store])}static{this.styles=[_,m,w,h`
      .card {
        overflow-x: auto;
      }
      p {
        max-width: 70ch;
        margin-bottom: 14px;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th {
        text-align: left;
        font-weight: 560;
        font-size: 13px;
        color: var(--ink-3);
        padding: 6px 14px 8px 0;
        white-space: nowrap;
      }
      td {
        border-top: 1px solid var(--line);
        padding: 9px 14px 9px 0;
        white-space: nowrap;
      }
      .bone {
        height: 320px;
      }
      @media (max-width: 700px) {
        .wide {
          display: none;
        }
        td {
          white-space: normal;
          padding-right: 8px;
        }
        select {
          width: 112px;
          padding: 0 6px;
        }
      }
    `]}render(){let{plan:e,phase:t,error:n}=this.store.state;return t===`loading`?E(1,``):e===null?g`<fr-notice .error=${n} @again=${()=>void this.store.load()}></fr-notice>`:e.edges.length===0?g`<fr-notice
        .icon=${se}
        heading=${f(`ways.none.title`)}
        text=${f(`ways.none.text`)}
      ></fr-notice>`:g`<section class="card">
      <p class="muted">${f(`ways.why`)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${f(`ways.way`)}</th>
            <th scope="col">${f(`ways.typical`)}</th>
            <th scope="col" class="wide">${f(`ways.range`)}</th>
            <th scope="col" class="wide">${f(`ways.count`)}</th>
            <th scope="col">${f(`ways.rule`)}</th>
          </tr>
        </thead>
        <tbody>
          ${e.edges.map(e=>this.#e(e))}
        </tbody>
      </table>
    </section>`}#e(e){let t=`${b(e.from_camera)} → ${b(e.to_camera)}`;return g`<tr>
      <td><strong>${t}</strong></td>
      <td>${Z(e.p50_s)}</td>
      <td class="wide">${Z(e.p5_s)} – ${Z(e.p95_s)}</td>
      <td class="wide">${e.count}</td>
      <td>
        <select
          aria-label=${f(`ways.ruleOf`,{way:t})}
          @change=${t=>void this.#t(e,t.target)}
        >
          ${Ke.map(t=>g`<option value=${t} ?selected=${t===e.rule}>${f(`rule.${t}`)}</option>`)}
        </select>
      </td>
    </tr>`}async#t(e,t){let{toasts:n}=this.services;try{await this.store.setRule(e.from_camera,e.to_camera,t.value),n.done(f(`person.changed`))}catch(e){n.failed(e)}}};v([C({attribute:!1})],X.prototype,`store`,void 0),X=v([d(`topology-tab`)],X);function Z(e){return e===null?`–`:ce(e)}var Q=[`list`,`plan`,`ways`],$=class extends y{#e=null;#t=[];constructor(){super(),S(this,()=>[this.services.router])}static{this.styles=[_,h`
      :host {
        display: grid;
        gap: 18px;
        grid-template-columns: minmax(0, 1fr);
      }
    `]}get store(){return this.#e??=new Be(this.services.api),this.#e}connectedCallback(){super.connectedCallback();let{live:e}=this.services;this.#t=[e.subscribe(({topic:e})=>e===`plan`&&void this.store.load()),e.onState(e=>e&&void this.store.load())],this.store.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of this.#t)e()}render(){let e=this.#r();return g`<h1>${f(`nav.cameras`)}</h1>
      <fr-tabs
        .tabs=${Q.map(e=>({name:e,label:f(`cameras.tab.${e}`)}))}
        .current=${e}
        @chosen=${e=>this.services.router.refine({tab:e.detail===`list`?null:e.detail})}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${f(`cameras.tab.${e}`)}>${this.#n(e)}</div>`}#n(e){return e===`plan`?g`<plan-editor .store=${this.store}></plan-editor>`:e===`ways`?g`<topology-tab .store=${this.store}></topology-tab>`:g`<camera-list></camera-list>`}#r(){let e=this.services.router.state.place.params.get(`tab`);return Q.find(t=>t===e)??`list`}};$=v([d(`cameras-page`)],$);export{$ as CamerasPage};