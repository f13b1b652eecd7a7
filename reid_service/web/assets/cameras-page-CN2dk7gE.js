import{$ as e,Bt as t,Dt as n,Ft as r,G as i,Gt as a,Ht as o,It as s,Jt as c,Kt as l,L as u,Mt as d,Nt as f,Pt as p,St as ee,U as te,Ut as m,V as ne,Wt as h,Xt as g,Zt as _,a as v,b as y,bt as re,cn as b,d as x,en as S,ft as ie,in as C,j as ae,jt as oe,kt as se,l as ce,nn as w,r as le,ut as ue,y as T,yt as de}from"./words-wkC6vuRC.js";import"./fr-tabs-pufnzg44.js";import{a as fe,i as E,n as pe,r as D}from"./fr-picture-7a8VXDMG.js";import{n as me,t as he}from"./passage-mark-Cbl-hiDA.js";import{t as ge}from"./fr-plan-KVVgBi8L.js";import"./fr-dialog-NYLk0EF6.js";import"./fr-menu-BP-K2_O2.js";async function O(e,t){try{let{items:n}=await e.get(`sightings`,{camera:t,limit:1}),[r]=n;return r?`sightings/${encodeURIComponent(r.id)}/frame.jpg`:null}catch{return null}}var _e={good:`good`,limited:`warn`,poor:`bad`},k=class extends T{constructor(...e){super(...e),this.cameras=null,this.suitability=new Map,this.frames=new Map,this.error=null}static{this.styles=[f,r,E,_`
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
    `]}connectedCallback(){super.connectedCallback(),this.#n()}render(){return this.error?c`<fr-notice .error=${this.error} @again=${()=>void this.#n()}></fr-notice>`:this.cameras===null?c`<div class="all">${D(4,`card-bone`)}</div>`:this.cameras.length===0?c`<fr-notice
        .icon=${ae}
        heading=${w(`cameras.none.title`)}
        text=${w(`cameras.none.text`)}
      ></fr-notice>`:c`<div class="all">${this.cameras.map(e=>this.#e(e))}</div>`}#e(e){let t=this.suitability.get(e.name),n=this.services.site.now_s();return c`<article>
      <fr-picture
        .src=${this.frames.get(e.name)??null}
        alt=${w(`cameras.lastPicture`,{name:v(e.name)})}
      ></fr-picture>
      <div class="words">
        <div class="row">
          <h2 class="grow cut">${v(e.name)}</h2>
          ${e.on_site?c`<span class="chip good">${C(`cameras.inSight`,e.on_site)}</span>`:l}
          ${t?c`<span class="chip ${_e[t.rating]}">${w(`rating.${t.rating}`)}</span>`:l}
        </div>
        <p class="muted small">
          ${w(`cameras.lastSeen`,{when:le(n-e.last_seen_s)})}
        </p>
        ${t?c`<p>${t.reason} <span class="muted">${t.advice}</span></p>`:l}
        <dl class="figures">
          ${this.#t(w(`cameras.tracklets`),t?.tracklets??e.tracklets)}
          ${t?this.#t(w(`cameras.crops`),t.usable_crops):l}
          ${t?.median_height_px?this.#t(w(`cameras.height`),`${Math.round(t.median_height_px)} px`):l}
        </dl>
      </div>
    </article>`}#t(e,t){return c`<div>
      <dt>${e}</dt>
      <dd>${t}</dd>
    </div>`}async#n(){let{api:e}=this.services;this.error=null;try{this.cameras=(await e.get(`cameras`)).items,this.#r(this.cameras)}catch(e){this.error=b(e);return}try{let{items:t}=await e.get(`suitability`);this.suitability=new Map(t.map(e=>[e.camera,e]))}catch{}}async#r(e){for(let{name:t}of e){let e=await O(this.services.api,t);e!==null&&(this.frames=new Map([...this.frames,[t,e]]))}}};y([o()],k.prototype,`cameras`,void 0),y([o()],k.prototype,`suitability`,void 0),y([o()],k.prototype,`frames`,void 0),y([o()],k.prototype,`error`,void 0),k=y([h(`camera-list`)],k);var ve=60,A=8;function ye(e,t){let n=e.slice(0,A),r=j(n,t),i=.001;for(let e=0;e<ve&&i<0xe8d4a51000;e+=1){let{normal:e,gradient:a}=be(n,t),o=xe(e.map((e,t)=>e.map((e,n)=>t===n?e*(1+i)+1e-15:e)),a),s=n.map((e,t)=>e+(o[t]??0)),c=j(s,t);c<r?([n,r]=[s,c],i/=10):i*=10}return[...n,1]}function j(e,t){let n=0;for(let r of t){let{u:t,v:i}=M(e,r);n+=(t-r.plan.x)**2+(i-r.plan.y)**2}return n}function M(e,{image:{x:t,y:n}}){let[r=0,i=0,a=0,o=0,s=0,c=0,l=0,u=0]=e,d=l*t+u*n+1;return{depth:d,u:(r*t+i*n+a)/d,v:(o*t+s*n+c)/d}}function be(e,t){let n=Array.from({length:A},()=>Array(A).fill(0)),r=Array(A).fill(0),i=(e,t)=>{for(let i=0;i<A;i+=1){r[i]=(r[i]??0)-(e[i]??0)*t;let a=n[i]??[];for(let t=0;t<A;t+=1)a[t]=(a[t]??0)+(e[i]??0)*(e[t]??0)}};for(let n of t){let{depth:t,u:r,v:a}=M(e,n),[o,s,c]=[n.image.x/t,n.image.y/t,1/t];i([o,s,c,0,0,0,-r*o,-r*s],r-n.plan.x),i([0,0,0,o,s,c,-a*o,-a*s],a-n.plan.y)}return{normal:n,gradient:r}}function xe(e,t){let n=e.map((e,n)=>[...e,t[n]??0]),r=n.length;for(let e=0;e<r;e+=1){let t=n.slice(e).reduce((t,n)=>Math.abs(n[e]??0)>Math.abs(t[e]??0)?n:t),i=n.indexOf(t);[n[e],n[i]]=[t,n[e]??[]];for(let i=0;i<r;i+=1){let a=n[i]??[];if(i===e||!t[e])continue;let o=(a[e]??0)/(t[e]??1);for(let n=e;n<=r;n+=1)a[n]=(a[n]??0)-o*(t[n]??0)}}return n.map((e,t)=>e[t]?(e[r]??0)/(e[t]??1):0)}function Se(e){if(e.length<4)return null;let t=F(e.map(e=>e.image)),n=F(e.map(e=>e.plan));if(t===null||n===null)return null;let r=e.map(e=>({image:I(e.image,t),plan:I(e.plan,n)})),i=De(Ce(r)),a=i?.[8]??0;if(i===null||Math.abs(a)<1e-12)return null;let o=ye(i.map(e=>e/a),r),s=L(L(Ee(n),o),t.matrix),c=P(s,t.centre);return Math.abs(c)<1e-12?null:s.map(e=>e/c)}function Ce(e){return e.flatMap(({image:{x:e,y:t},plan:{x:n,y:r}})=>[[e,t,1,0,0,0,-n*e,-n*t,-n],[0,0,0,e,t,1,-r*e,-r*t,-r]])}var we=50;function N(e,t){let[n=0,r=0,i=0,a=0,o=0,s=0]=e,c=P(e,t);return c<=1/we?null:{x:(n*t.x+r*t.y+i)/c,y:(a*t.x+o*t.y+s)/c}}function Te(e,t){let n=0;for(let r of t){let t=N(e,r.image);if(t===null)return 1/0;n+=(t.x-r.plan.x)**2+(t.y-r.plan.y)**2}return Math.sqrt(n/Math.max(1,t.length))}function P(e,t){return(e[6]??0)*t.x+(e[7]??0)*t.y+(e[8]??0)}function F(e){let t=e.length,n={x:e.reduce((e,t)=>e+t.x,0)/t,y:e.reduce((e,t)=>e+t.y,0)/t},r=e.map(e=>Math.hypot(e.x-n.x,e.y-n.y)).reduce((e,t)=>e+t,0)/t;if(r<1e-12)return null;let i=Math.SQRT2/r;return{centre:n,scale:i,matrix:[i,0,-i*n.x,0,i,-i*n.y,0,0,1]}}function I(e,t){return{x:(e.x-t.centre.x)*t.scale,y:(e.y-t.centre.y)*t.scale}}function Ee({centre:e,scale:t}){return[1/t,0,e.x,0,1/t,e.y,0,0,1]}function L(e,t){let n=[];for(let r=0;r<3;r+=1)for(let i=0;i<3;i+=1){let a=0;for(let n=0;n<3;n+=1)a+=(e[3*r+n]??0)*(t[3*n+i]??0);n.push(a)}return n}function De(e){let t=Oe(e,9),n=Array.from({length:9},(e,t)=>Array.from({length:9},(e,n)=>+(t===n)));for(let e=0;e<60&&!(ke(t,n,9)<1e-22);e+=1);let r=Array.from({length:9},(e,t)=>t).sort((e,n)=>z(t,e,e)-z(t,n,n)),[i=0,a=1]=r,o=z(t,r[8]??0,r[8]??0);return z(t,a,a)<1e-9*o?null:n.map(e=>e[i]??0)}function Oe(e,t){return Array.from({length:t},(n,r)=>Array.from({length:t},(t,n)=>e.reduce((e,t)=>e+(t[r]??0)*(t[n]??0),0)))}function ke(e,t,n){let r=0;for(let i=0;i<n-1;i+=1)for(let a=i+1;a<n;a+=1){let n=z(e,i,a);if(r+=n*n,Math.abs(n)<1e-300)continue;let o=(z(e,a,a)-z(e,i,i))/(2*n),s=(o>=0?1:-1)/(Math.abs(o)+Math.sqrt(o*o+1)),c=1/Math.sqrt(s*s+1);R(e,i,a,c,s*c),Ae(e,i,a,c,s*c),R(t,i,a,c,s*c)}return r}function R(e,t,n,r,i){for(let a of e){let[e,o]=[a[t]??0,a[n]??0];a[t]=r*e-i*o,a[n]=i*e+r*o}}function Ae(e,t,n,r,i){let[a=[],o=[]]=[e[t],e[n]];for(let e=0;e<a.length;e+=1){let[t,n]=[a[e]??0,o[e]??0];a[e]=r*t-i*n,o[e]=i*t+r*n}}function z(e,t,n){return e[t]?.[n]??0}var je=.02,Me=.03,Ne=.05,Pe=1,Fe=new Set([`unproven`,`clustered`,`inexact`]);function Ie(e,t){if(e.length<4)return B(`too_few`);let n=e.map(e=>e.image),r=e.map(e=>e.plan);if(Re(n)||Re(r))return B(`collinear`);let i=Se(e);if(i===null)return B(`collinear`);if(Be(i,n))return B(`above_horizon`,i);if(Ve(i)<=0)return B(`mirrored`,i);let a=He(n)?[`clustered`]:[];if(e.length===4)return Le(i,null,[...a,`unproven`]);let o=Te(i,e);return Ue(o,t,r)&&a.push(`inexact`),Le(i,o,a)}function Le(e,t,n){return{homography:e,residual_units:t,problems:n,usable:n.every(e=>Fe.has(e))}}function B(e,t=null){return{homography:t,residual_units:null,problems:[e],usable:!1}}function Re(e){let t=e.map((t,n)=>e.filter((e,t)=>t!==n));return ze(e)||t.some(ze)}function ze(e){let{x:t,y:n}=We(e),[r,i,a]=[0,0,0];for(let o of e)r+=(o.x-t)**2,i+=(o.x-t)*(o.y-n),a+=(o.y-n)**2;let o=Math.hypot((r-a)/2,i),s=(r+a)/2+o,c=s>0?Math.max(0,(r*a-i*i)/s):0;return Math.sqrt(c)<=je*Math.sqrt(s)}function Be(e,t){return[...t,{x:.5,y:1}].some(t=>N(e,t)===null)}function Ve([e=0,t=0,n=0,r=0,i=0,a=0,o=0,s=0,c=0]){return e*(i*c-a*s)-t*(r*c-a*o)+n*(r*s-i*o)}function He(e){let{width:t,height:n}=Ge(e);return t*n<Me}function Ue(e,t,n){if(t!==null)return e*t>Pe;let{width:r,height:i}=Ge(n);return e>Ne*Math.hypot(r,i)}function We(e){let t=Math.max(1,e.length);return{x:e.reduce((e,t)=>e+t.x,0)/t,y:e.reduce((e,t)=>e+t.y,0)/t}}function Ge(e){let t=e.map(e=>e.x),n=e.map(e=>e.y);return{width:Math.max(...t)-Math.min(...t),height:Math.max(...n)-Math.min(...n)}}var V=class extends a{constructor(...e){super(...e),this.src=null,this.points=[],this.pending=null,this.label=``,this.ratio=16/9}static{this.styles=[f,_`
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
    `]}render(){return c`<div
      class="frame"
      role="application"
      aria-label=${this.label}
      ${pe({"--picture-ratio":String(this.ratio)})}
      @click=${e=>this.#t(e)}
    >
      <fr-picture fit="whole" .src=${this.src} alt=${this.label||w(`picture.none`)} @shown=${e=>this.ratio=e.detail}></fr-picture>
      ${this.points.map((e,t)=>this.#e(e,String(t+1),``))}
      ${this.pending?this.#e(this.pending,``,`pending`):l}
    </div>`}#e(e,t,n){return c`<span
      class="point ${n}"
      ${pe({"--x":`${100*e.x}%`,"--y":`${100*e.y}%`})}
      >${t}</span
    >`}#t(e){let{left:t,top:n,width:r,height:i}=e.currentTarget.getBoundingClientRect(),a={x:(e.clientX-t)/r,y:(e.clientY-n)/i};this.dispatchEvent(new CustomEvent(`mark`,{detail:a}))}};y([m()],V.prototype,`src`,void 0),y([m({attribute:!1})],V.prototype,`points`,void 0),y([m({attribute:!1})],V.prototype,`pending`,void 0),y([m()],V.prototype,`label`,void 0),y([o()],V.prototype,`ratio`,void 0),V=y([h(`frame-points`)],V);var Ke=30,qe=class extends S{constructor(e,t,n){super({pairs:[],pending:null,saved:null,changed:!1,paths:[]}),this.api=e,this.camera=t,this.frigate_instance=n}async load(){let e=await this.api.get(this.#e(),this.#t());this.set({saved:e,pairs:e.pairs,changed:!1})}markFrame(e){this.set({pending:e})}markPlan(e){let{pending:t,pairs:n}=this.state;t!==null&&this.set({pairs:[...n,{image:t,plan:e}],pending:null,changed:!0})}remove(e){this.set({pairs:this.state.pairs.filter((t,n)=>n!==e),changed:!0})}async save(){let{pairs:e}=this.state,t=await this.api.put(this.#e(),{pairs:e},this.#t());return this.set({saved:t,pairs:t.pairs,changed:!1}),t}async readPaths(e){let t={camera:this.camera,from:e,limit:Ke},n={...t,from:`lately`},{items:r}=await this.api.get(`sightings`,t,n),i=r.filter(e=>e.frigate_instance===this.frigate_instance),a=await Promise.all(i.map(e=>this.api.get(`sightings/${encodeURIComponent(e.id)}`)));this.set({paths:a.map(e=>e.path).filter(e=>e.length>1)})}landedPaths(e,t){let{homography:n,usable:r}=this.assess(null);if(!n||!r)return[];let i=({x:n,y:r})=>n>=0&&r>=0&&n<=e&&r<=t;return this.state.paths.map(e=>e.flatMap(e=>N(n,e)??[]).filter(i)).filter(e=>e.length>1)}assess(e){return Ie(this.state.pairs,e)}landing(e){let{homography:t}=this.assess(null);return t?N(t,e.image):null}#e(){return`cameras/${encodeURIComponent(this.camera)}/calibration`}#t(){return{frigate_instance:this.frigate_instance}}},Je=86400,H=class extends T{constructor(...e){super(...e),this.camera=``,this.pairs=null,this.frame=null,this.#e=()=>void 0}#e;static{this.styles=[f,p,r,_`
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
    `]}connectedCallback(){super.connectedCallback();let e=this.store.cameras.find(e=>e.name===this.camera),t=new qe(this.services.api,this.camera,e?.frigate_instance??``);this.#e=t.subscribe(()=>this.requestUpdate()),this.pairs=t,this.#s(t)}disconnectedCallback(){super.disconnectedCallback(),this.#e()}render(){let{pairs:e}=this;if(e===null)return l;let{pending:t,changed:n}=e.state;return c`<fr-dialog
      wide
      heading=${w(`calibrate.title`,{name:v(this.camera)})}
      @closed=${()=>this.dispatchEvent(new CustomEvent(`closed`))}
    >
      <p class="muted">${w(t?`calibrate.nowPlan`:`calibrate.nowFrame`)}</p>
      <div class="two">
        <frame-points
          .src=${this.frame}
          .points=${e.state.pairs.map(e=>e.image)}
          .pending=${t}
          label=${w(`calibrate.frame`)}
          @mark=${t=>e.markFrame(t.detail)}
        ></frame-points>
        <fr-plan
          .places=${this.#o()}
          .layer=${t=>this.#a(e,t)}
          label=${w(`calibrate.plan`)}
          @press=${t=>e.markPlan(t.detail)}
        ></fr-plan>
      </div>
      ${this.#t(e)} ${this.#n(e)}
      <button
        slot="actions"
        class="primary"
        ?disabled=${!n||e.state.pairs.length<4}
        @click=${()=>void this.#c(e)}
      >
        ${w(`action.save`)}
      </button>
    </fr-dialog>`}#t(e){let{pairs:t}=e.state;return c`<ol aria-label=${w(`calibrate.pairs`)}>
        ${t.map((t,n)=>c`<li>
              ${n+1}
              <button
                class="quiet icon"
                aria-label=${w(`calibrate.remove`,{n:n+1})}
                @click=${()=>e.remove(n)}
              >
                <fr-icon path=${u}></fr-icon>
              </button>
            </li>`)}
      </ol>
      ${this.#i(e)}`}#n(e){let{width:t,height:n}=this.#o(),r=e.landedPaths(t,n).length;return r>0?c`<p class="muted small">${C(`calibrate.paths`,r)}</p>`:e.state.paths.length>0?l:c`<button @click=${()=>void this.#r(e)}>
      <fr-icon path=${d}></fr-icon>${w(`calibrate.showPaths`)}
    </button>`}async#r(e){let{site:t,toasts:n}=this.services;try{await e.readPaths(t.now_s()-Je),e.state.paths.length===0&&n.done(w(`calibrate.noPaths`))}catch(e){n.failed(e)}}#i(e){let t=this.store.floor?.metres_per_unit??null,{residual_units:n,problems:r,usable:i}=e.assess(t),a=n===null?``:t===null?w(`calibrate.residual`,{units:n.toFixed(1)}):w(`calibrate.residualMetres`,{metres:(n*t).toFixed(2)});return c`<div role="status">
      ${a?c`<p><strong>${a}</strong></p>`:l}
      <ul class="problems ${i?``:`bad`}">
        ${r.map(e=>c`<li>${w(`problem.${e}`)}</li>`)}
      </ul>
    </div>`}#a(e,t){let{width:n,height:r}=this.#o(),i=e.landedPaths(n,r);return g`<g class="paths">${i.map(e=>g`<polyline points=${e.map(({x:e,y:t})=>`${e},${t}`).join(` `)}></polyline>`)}</g>${e.state.pairs.map((n,r)=>{let i=e.landing(n);return g`<g class="pair">
        ${i?g`<line class="miss" x1=${n.plan.x} y1=${n.plan.y} x2=${i.x} y2=${i.y}></line>`:l}
        <circle cx=${n.plan.x} cy=${n.plan.y} r=${t*1.5}></circle>
        <text x=${n.plan.x} y=${n.plan.y+t*.7} font-size=${t*1.9}>${r+1}</text>
      </g>`})}`}#o(){let{floor:e,placements:t}=this.store,n=t.filter(e=>e.camera===this.camera);return{width:e?.width??1,height:e?.height??1,floor:e,placements:n,at:new Map(n.map(e=>[e.camera,{x:e.x,y:e.y}])),schematic:!1}}async#s(e){try{this.frame=await O(this.services.api,this.camera),await e.load()}catch{}}async#c(e){try{let t=await e.save();await this.store.load(),t.usable&&this.services.toasts.done(w(`person.changed`))}catch(e){this.services.toasts.failed(e)}}};y([m({attribute:!1})],H.prototype,`store`,void 0),y([m()],H.prototype,`camera`,void 0),y([o()],H.prototype,`pairs`,void 0),y([o()],H.prototype,`frame`,void 0),H=y([h(`calibration-sheet`)],H);var U=class extends T{constructor(){super(),this.placing=null,t(this,()=>[this.store])}static{this.styles=[f,p,r,s,_`
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
    `]}render(){let{placement:e}=this.store;return c`${e?this.#t(e):l}
      <section class="card">
        <h2>${w(`nav.cameras`)}</h2>
        <ul>
          ${this.store.cameras.map(e=>this.#e(e))}
        </ul>
      </section>`}#e(e){let{floorId:t,selected:n}=this.store.state,r=e.placement?.floor_id===t;return c`<li>
      <button
        class="name cut"
        aria-pressed=${n===e.name}
        ?disabled=${!r}
        @click=${()=>this.store.select(e.name)}
      >
        ${v(e.name)}
      </button>
      ${e.calibrated?c`<span class="chip good">${w(`plan.calibrated`)}</span>`:l}
      ${r?l:c`<button data-act
            aria-pressed=${this.placing===e.name}
            @click=${()=>this.#i(`place`,e.name)}
          >
            <fr-icon path=${ie}></fr-icon>
            ${e.placement?w(`plan.moveHere`):w(`plan.place`)}
          </button>`}
    </li>`}#t(e){let t=Math.max(this.store.floor?.width??1,this.store.floor?.height??1);return c`<section class="card">
      <h2>${v(e.camera)}</h2>
      ${this.#n(`heading_deg`,e,0,359,`°`)}
      ${this.#n(`view_deg`,e,10,360,`°`)}
      ${this.#n(`range_units`,e,t/50,t,``)}
      <div class="row wrap">
        <button data-act @click=${()=>this.#i(`calibrate`,e.camera)}>
          <fr-icon path=${te}></fr-icon>${w(`plan.calibrate`)}
        </button>
        <button data-act class="quiet" @click=${()=>void this.#r(()=>this.store.remove(e.camera))}>
          <fr-icon path=${ue}></fr-icon>${w(`plan.takeOff`)}
        </button>
      </div>
    </section>`}#n(e,t,n,r,i){let a=this.store.floor?.metres_per_unit,o=t[e],s=e===`range_units`&&a?`${(o*a).toFixed(1)} m`:`${Math.round(o)}${i}`;return c`<label class="field"
      ><span>${w(`plan.${e}`)}<output>${s}</output></span>
      <input data-act
        type="range"
        min=${n}
        max=${r}
        step="any"
        .value=${String(o)}
        @input=${t=>this.store.adjust({[e]:Number(t.target.value)})}
        @change=${()=>void this.#r(()=>this.store.save())}
    /></label>`}async#r(e){try{await e()}catch(e){this.services.toasts.failed(e)}}#i(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};y([m({attribute:!1})],U.prototype,`store`,void 0),y([m()],U.prototype,`placing`,void 0),U=y([h(`camera-panel`)],U);var W=class extends T{constructor(){super(),this.measuring=!1,this.ruler=[],this.turning=!1,t(this,()=>[this.store])}static{this.styles=[f,p,s,_`
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
    `]}render(){let e=this.store.state.plan?.floors??[],{floor:t}=this.store;return t===null?l:c`<div class="bar">
      <select
        aria-label=${w(`plan.floor`)}
        @change=${e=>this.store.showFloor(e.target.value)}
      >
        ${e.map(e=>c`<option value=${e.id} ?selected=${e.id===t.id}>${e.name}</option>`)}
      </select>
      <button data-act @click=${()=>this.chooser.click()}>
        <fr-icon path=${oe}></fr-icon>${t.has_picture?w(`plan.replace`):w(`plan.upload`)}
      </button>
      <input
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp,image/svg+xml"
        @change=${()=>void this.#i()}
      />
      <button data-act aria-pressed=${this.measuring} @click=${()=>this.#o(`measure`)}>
        <fr-icon path=${ee}></fr-icon>${w(`plan.scale`)}
      </button>
      <button aria-pressed=${this.turning} @click=${()=>this.turning=!this.turning}>
        <fr-icon path=${ne}></fr-icon>${w(`plan.north`)}
      </button>
      ${this.turning?this.#e(t):l}
      ${this.ruler.length===2?this.#t():l}
      <span class="muted small grow">${this.#n()}</span>
      <fr-menu
        label=${w(`action.moreFor`,{name:t.name})}
        .items=${[{label:w(`plan.addFloor`),icon:re,action:()=>void this.#a(()=>this.store.addFloor(w(`plan.floorNumber`,{n:e.length})))},{label:w(`plan.removeFloor`),icon:i,danger:!0,action:()=>void this.#a(()=>this.store.removeFloor())}]}
      ></fr-menu>
    </div>`}#e(e){let t=e.north_deg??0;return c`<label class="north"
        ><span class="unseen">${w(`plan.northAngle`)}</span>
        <input
          data-act
          type="range"
          min="0"
          max="359"
          .value=${String(t)}
          @change=${e=>void this.#a(()=>this.store.changeFloor({north_deg:Number(e.target.value)}))}
      /></label>
      ${e.north_deg===null?l:c`<button
            data-act
            class="quiet"
            @click=${()=>void this.#a(()=>this.store.changeFloor({north_deg:null}))}
          >
            ${w(`plan.northOff`)}
          </button>`}`}#t(){return c`<form @submit=${e=>void this.#r(e)}>
      <input
        type="number"
        name="metres"
        min="0.1"
        step="any"
        required
        autofocus
        placeholder=${w(`plan.metres`)}
        aria-label=${w(`plan.metres`)}
      />
      <button class="primary">${w(`action.save`)}</button>
    </form>`}#n(){let e=this.store.floor?.metres_per_unit;if(!e)return w(`plan.noScale`);let t=Math.round((this.store.floor?.width??0)*e);return w(`plan.width`,{metres:t})}async#r(e){e.preventDefault();let t=new FormData(e.target),n=Number(t.get(`metres`)),[r,i]=this.ruler;if(!r||!i)return;let a=Math.hypot(r.x-i.x,r.y-i.y);a>0&&await this.#a(()=>this.store.changeFloor({metres_per_unit:n/a})),this.#o(`measured`)}async#i(){let[e]=this.chooser.files??[];e&&await this.#a(()=>this.store.upload(e)),this.chooser.value=``}async#a(e){try{await e()}catch(e){this.services.toasts.failed(e)}}#o(e){this.dispatchEvent(new CustomEvent(e))}};y([m({attribute:!1})],W.prototype,`store`,void 0),y([m({type:Boolean})],W.prototype,`measuring`,void 0),y([m({attribute:!1})],W.prototype,`ruler`,void 0),y([o()],W.prototype,`turning`,void 0),y([fe(`input[type=file]`)],W.prototype,`chooser`,void 0),W=y([h(`floor-bar`)],W);var Ye=[`stairs`,`lift`,`door`],G=class extends T{constructor(){super(),t(this,()=>[this.store])}static{this.styles=[f,p,_`
      .card {
        display: grid;
        gap: 12px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 44px;
      }
    `]}render(){let{plan:e,joining:t}=this.store.state;return(e?.floors.length??0)<2?l:c`<section class="card">
      <h2>${w(`passage.title`)}</h2>
      <p class="muted small">${w(`passage.why`)}</p>
      <ul>
        ${this.store.passages.map(e=>this.#e(e))}
      </ul>
      <div class="row wrap">
        ${Ye.map(e=>c`<button
              data-act
              aria-pressed=${t?.kind===e}
              @click=${()=>this.store.join(t?.kind===e?null:e)}
            >
              <fr-icon path=${he[e]}></fr-icon>${w(`passage.${e}`)}
            </button>`)}
      </div>
    </section>`}#e(e){let t=`${w(`passage.${e.kind}`)}: ${this.#t(e)}`;return c`<li>
      <fr-icon path=${he[e.kind]}></fr-icon>
      <span class="grow cut">${t}</span>
      <button
        data-act
        class="quiet icon"
        aria-label=${w(`passage.remove`,{name:t})}
        @click=${()=>void this.#n(e)}
      >
        <fr-icon path=${i}></fr-icon>
      </button>
    </li>`}#t({ends:e}){let{plan:t,floorId:n}=this.store.state,r=e.find(e=>e.floor_id!==n),i=t?.floors.find(e=>e.id===r?.floor_id);return w(`plan.to`,{floor:i?.name??``})}async#n(e){try{await this.store.removePassage(e.id)}catch(e){this.services.toasts.failed(e)}}};y([m({attribute:!1})],G.prototype,`store`,void 0),G=y([h(`passage-panel`)],G);var Xe=[f,p,E,_`
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
  `],Ze=80,Qe=3,$e=class extends S{constructor(e){super({phase:`loading`,error:null,plan:null,floorId:null,selected:null,draft:null,joining:null}),this.api=e}async load(){try{let e=await this.api.get(`plan`),t=e.floors.some(e=>e.id===this.state.floorId)?this.state.floorId:e.floors[0]?.id??null;this.set({phase:`ready`,error:null,plan:e,floorId:t,draft:null})}catch(e){this.set({phase:`error`,error:b(e)})}}get floor(){return this.state.plan?.floors.find(e=>e.id===this.state.floorId)??null}get cameras(){return this.state.plan?.cameras??[]}get placements(){let{plan:e,draft:t,floorId:n}=this.state,r=(e?.placements??[]).filter(e=>e.floor_id===n);return t===null?r:[...r.filter(e=>e.camera!==t.camera),t]}get placement(){return this.placements.find(e=>e.camera===this.state.selected)??null}showFloor(e){this.set({floorId:e,selected:null,draft:null})}select(e){this.set({selected:e,draft:null})}handleAt(e,t){let{placement:n}=this;if(n&&nt(et(n),e,Qe*t))return{kind:`heading`,camera:n.camera};let r=this.placements.find(n=>nt(n,e,Qe*t));return r?{kind:`body`,camera:r.camera}:null}drag(e,t){let n=this.placements.find(t=>t.camera===e.camera);if(n===void 0)return;let r=e.kind===`body`?q(t,this.floor):{heading_deg:ge(n,t),range_units:J(n,t)};this.set({selected:e.camera,draft:{...n,...r}})}adjust(e){let{placement:t}=this;t&&this.set({draft:{...t,...e}})}async place(e,t){let{floor:n}=this,r=this.cameras.find(t=>t.name===e);n!==null&&r!==void 0&&(this.set({selected:e,draft:{camera:e,frigate_instance:r.frigate_instance,floor_id:n.id,...q(t,n),heading_deg:ge(t,{x:n.width/2,y:n.height/2}),view_deg:Ze,range_units:Math.max(n.width,n.height)/5}}),await this.save())}async save(){let{draft:e}=this.state;if(e===null)return;let{camera:t,frigate_instance:n,...r}=e,i={...r,heading_deg:Math.round(r.heading_deg*10)%3600/10};await this.#e(()=>this.api.put(tt(t),i,{frigate_instance:n}))}async remove(e){let t=this.cameras.find(t=>t.name===e)?.frigate_instance;await this.#e(()=>this.api.delete(tt(e),{frigate_instance:t})),this.select(null)}async addFloor(e){let t=Math.max(-1,...this.state.plan?.floors.map(e=>e.level)??[])+1,n=await this.api.post(`floors`,{name:e,level:t});await this.load(),this.showFloor(n.id)}async changeFloor(e){let{floor:t}=this;t&&await this.#e(()=>this.api.patch(K(t.id),e))}async removeFloor(){let{floor:e}=this;e&&await this.#e(()=>this.api.delete(K(e.id)))}async upload(e){let{floor:t}=this;t!==null&&await this.#e(()=>this.api.upload(`PUT`,`${K(t.id)}/picture`,e))}get passages(){let{plan:e,floorId:t}=this.state;return(e?.passages??[]).filter(e=>e.ends.some(e=>e.floor_id===t))}join(e){this.set({joining:e===null?null:{kind:e,from:null},selected:null})}async markEnd(e){let{joining:t}=this.state,{floor:n}=this;if(t===null||n===null)return;let r={floor_id:n.id,...q(e,n)};if(t.from===null||t.from.floor_id===n.id){let e=(this.state.plan?.floors??[]).filter(e=>e.id!==n.id);this.set({joining:{...t,from:r}}),e.length===1&&e[0]&&this.showFloor(e[0].id);return}let i={kind:t.kind,ends:[t.from,r]};this.set({joining:null}),await this.#e(()=>this.api.post(`passages`,i))}async removePassage(e){await this.#e(()=>this.api.delete(`passages/${encodeURIComponent(e)}`))}async setOneWay(e,t){await this.setRule(e,t,`forced`),await this.setRule(t,e,`forbidden`)}async setRule(e,t,n){let r=n===`learned`?null:n,i=`topology/${encodeURIComponent(e)}/${encodeURIComponent(t)}`;await this.#e(()=>this.api.put(i,{rule:r}))}async#e(e){try{await e()}finally{await this.load()}}};function et(e){let t=e.heading_deg*Math.PI/180;return{x:e.x+e.range_units*Math.sin(t),y:e.y-e.range_units*Math.cos(t)}}function tt(e){return`cameras/${encodeURIComponent(e)}/placement`}function K(e){return`floors/${encodeURIComponent(e)}`}function q(e,t){let{width:n,height:r}=t??{width:1/0,height:1/0};return{x:Math.min(n,Math.max(0,e.x)),y:Math.min(r,Math.max(0,e.y))}}function nt(e,t,n){return J(e,t)<=n}function J(e,t){return Math.hypot(e.x-t.x,e.y-t.y)}var Y=class extends T{#e;constructor(){super(),this.placing=null,this.calibrating=null,this.ruler=null,this.#e=null,t(this,()=>[this.store])}static{this.styles=Xe}render(){let{phase:e,plan:t,error:n}=this.store.state;return e===`loading`?D(1,`tall`):t===null?c`<fr-notice .error=${n} @again=${()=>void this.store.load()}></fr-notice>`:c`<floor-bar
        .store=${this.store}
        .measuring=${this.ruler!==null}
        .ruler=${this.ruler??[]}
        @measure=${()=>this.ruler=this.ruler===null?[]:null}
        @measured=${()=>this.ruler=null}
      ></floor-bar>
      ${this.store.floor===null?this.#t():this.#n()}
      ${this.calibrating?c`<calibration-sheet
            .store=${this.store}
            .camera=${this.calibrating}
            @closed=${()=>this.calibrating=null}
          ></calibration-sheet>`:l}`}#t(){return c`<fr-notice
      .icon=${e}
      heading=${w(`plan.none.title`)}
      text=${w(`plan.none.text`)}
    >
      <button class="primary" @click=${()=>void this.#u(()=>this.store.addFloor(w(`plan.ground`)))}>
        ${w(`plan.addFloor`)}
      </button>
    </fr-notice>`}#n(){let{selected:e}=this.store.state;return c`<div class="editor">
      <div>
        <fr-plan
          .places=${this.#r()}
          label=${w(`plan.editorLabel`)}
          .layer=${e=>this.#i(e)}
          @grab=${e=>this.#s(e)}
          @drag=${e=>this.#e&&this.store.drag(this.#e,e.detail)}
          @drop=${()=>void this.#c()}
          @press=${e=>void this.#l(e.detail)}
        ></fr-plan>
        <p class="muted small hint" role="status">${this.#a()}</p>
      </div>
      <div>
        <camera-panel
          .store=${this.store}
          .placing=${this.placing}
          @place=${e=>this.#o(e.detail)}
          @calibrate=${()=>this.calibrating=e}
        ></camera-panel>
        <passage-panel .store=${this.store}></passage-panel>
      </div>
    </div>`}#r(){let{floor:e,placements:t}=this.store;return{width:e?.width??1,height:e?.height??1,floor:e,placements:t,at:new Map(t.map(e=>[e.camera,{x:e.x,y:e.y}])),schematic:!1}}#i(e){let{placement:t}=this.store,n=t?et(t):null,r=t&&n?g`<line class="reach" x1=${t.x} y1=${t.y} x2=${n.x} y2=${n.y}></line>
          <circle class="chosen" cx=${t.x} cy=${t.y} r=${e*1.7}></circle>
          <circle class="tip" cx=${n.x} cy=${n.y} r=${e*1.4}></circle>`:l,[i,a]=this.ruler??[],o=i&&a?g`<line class="ruler" x1=${i.x} y1=${i.y} x2=${a.x} y2=${a.y}></line>`:l,s=(this.ruler??[]).map(t=>g`<circle class="end" cx=${t.x} cy=${t.y} r=${e*.9}></circle>`),c=this.store.passages.flatMap(({kind:t,ends:n})=>n.filter(e=>e.floor_id===this.store.state.floorId).map(n=>me(n,t,e,``))),{joining:u,floorId:d}=this.store.state,f=u?.from&&u.from.floor_id===d?me(u.from,u.kind,e,``):l;return g`${r}${o}${s}${c}${f}`}#a(){let{joining:e,floorId:t}=this.store.state;if(e!==null){let n=e.from===null||e.from.floor_id===t;return w(n?`passage.hintFirst`:`passage.hintSecond`)}return this.ruler===null?this.placing===null?w(`plan.hint`):w(`plan.hintPlace`):w(this.ruler.length<2?`plan.hintRuler`:`plan.hintLength`)}#o(e){this.placing=this.placing===e?null:e}#s(e){this.ruler!==null||this.placing!==null||this.store.state.joining||(this.#e=this.store.handleAt(e.detail,this.drawing.unit),this.#e&&e.preventDefault())}async#c(){let e=this.#e;this.#e=null,e&&this.store.state.draft&&await this.#u(()=>this.store.save())}async#l(e){if(this.store.state.joining!==null){await this.#u(()=>this.store.markEnd(e));return}if(this.ruler!==null){this.ruler=this.ruler.length<2?[...this.ruler,e]:[e];return}let{placing:t}=this;t===null?this.store.select(this.store.handleAt(e,this.drawing.unit)?.camera??null):(this.placing=null,await this.#u(()=>this.store.place(t,e)))}async#u(e){try{await e()}catch(e){this.services.toasts.failed(e)}}};y([m({attribute:!1})],Y.prototype,`store`,void 0),y([o()],Y.prototype,`placing`,void 0),y([o()],Y.prototype,`calibrating`,void 0),y([o()],Y.prototype,`ruler`,void 0),y([fe(`fr-plan`)],Y.prototype,`drawing`,void 0),Y=y([h(`plan-editor`)],Y);var rt=class extends S{#e;#t=0;constructor(e,t){super({error:null,walk:null}),this.api=e,this.#e=t.subscribe(e=>{e.event===`sighting`&&this.isUnderWay&&this.load()})}get isUnderWay(){let{walk:e}=this.state;return e!==null&&e.started_s!==null&&e.ended_s===null}stop(){this.#e()}load(){return this.#n(()=>this.api.get(`walk-test`))}start(){return this.#n(()=>this.api.post(`walk-test`))}end(){return this.#n(()=>this.api.post(`walk-test/stop`))}async#n(e){let t=++this.#t;try{let n=await e();t===this.#t&&this.set({walk:n,error:null})}catch(e){this.set({error:b(e)})}}};function it({walked_s:e,learned:t}){return t.p5_s===null||t.p95_s===null?`new`:e<t.p5_s?`quick`:e>t.p95_s?`slow`:`fits`}var at=class extends T{#e=null;constructor(){super(),t(this,()=>[this.store])}static{this.styles=[f,p,r,_`
      .card {
        display: grid;
        gap: 12px;
        justify-items: start;
        overflow-x: auto;
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
      }
      td {
        border-top: 1px solid var(--line);
        padding: 9px 14px 9px 0;
      }
    `]}get store(){return this.#e??=new rt(this.services.api,this.services.live),this.#e}connectedCallback(){super.connectedCallback(),this.store.load()}disconnectedCallback(){super.disconnectedCallback(),this.store.stop(),this.#e=null}render(){let{walk:e,error:t}=this.store.state,r=this.store.isUnderWay;return c`<section class="card">
      <h2>${w(`walk.title`)}</h2>
      <p class="muted">${w(`walk.why`)}</p>
      ${r?c`<button class="primary" @click=${()=>void this.store.end()}>
            <fr-icon path=${n}></fr-icon>${w(`walk.stop`)}
          </button>`:c`<button data-act @click=${()=>void this.store.start()}>
            <fr-icon path=${de}></fr-icon>${w(`walk.start`)}
          </button>`}
      ${t?c`<p role="alert">${t.message}</p>`:l}
      ${e===null||e.started_s===null?l:this.#t(e,e.started_s)}
    </section>`}#t(e,t){let{zone:n}=this.services.site,r=e.legs.at(-1),i=r?w(`walk.at`,{camera:v(r.camera)}):w(`walk.nobody`),a=e.ended_s===null?w(`walk.now`):ce(e.ended_s,n,!0);return c`<p role="status" class="numbers">
        <fr-icon path=${d}></fr-icon>
        ${ce(t,n,!0)} – ${a} · ${C(`people.sightings`,e.legs.length)} ·
        ${i}
        ${e.people>0?c`<span class="chip ${e.people===1?`good`:`warn`}"
              >${C(`walk.people`,e.people)}</span
            >`:l}
      </p>
      ${e.steps.length===0?l:this.#n(e.steps)}`}#n(e){return c`<table>
      <thead>
        <tr>
          <th scope="col">${w(`ways.way`)}</th>
          <th scope="col">${w(`walk.yours`)}</th>
          <th scope="col">${w(`walk.learned`)}</th>
          <th scope="col"><span class="unseen">${w(`walk.verdict`)}</span></th>
        </tr>
      </thead>
      <tbody>
        ${e.map(e=>this.#r(e))}
      </tbody>
    </table>`}#r(e){let{learned:t,walked_s:n}=e,r=it(e),i=t.p5_s===null||t.p95_s===null?w(`walk.none`):w(`walk.range`,{usual:x(t.p50_s??0),from:x(t.p5_s),to:x(t.p95_s),n:t.count}),a=n<0?w(`route.overlap`,{time:x(-n)}):x(n);return c`<tr>
      <td><strong>${v(t.from_camera)} → ${v(t.to_camera)}</strong></td>
      <td>${a}</td>
      <td>${i}</td>
      <td><span class="chip ${r===`fits`?`good`:``}">${w(`walk.${r}`)}</span></td>
    </tr>`}};at=y([h(`walk-card`)],at);var ot=[`learned`,`forbidden`,`forced`,`overlap`],X=`one-way`,Z=class extends T{constructor(){super(),t(this,()=>[this.store])}static{this.styles=[f,p,s,E,_`
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
      form label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      h2 {
        margin-bottom: 12px;
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
    `]}render(){let{plan:e,phase:t,error:n}=this.store.state;return t===`loading`?D(1,``):e===null?c`<fr-notice .error=${n} @again=${()=>void this.store.load()}></fr-notice>`:c`<div class="stack">
      <walk-card></walk-card>
      ${e.edges.length===0?this.#e():this.#n(e.edges)} ${this.#t()}
    </div>`}#e(){return c`<fr-notice
      .icon=${se}
      heading=${w(`ways.none.title`)}
      text=${w(`ways.none.text`)}
    ></fr-notice>`}#t(){let e=this.store.cameras.map(e=>e.name);if(e.length<2)return l;let t=(t,n,r)=>c`<label
        >${n}
        <select name=${t} aria-label=${n}>
          ${e.map(e=>c`<option value=${e} ?selected=${e===r}>${v(e)}</option>`)}
        </select></label
      >`;return c`<section class="card">
      <h2>${w(`ways.another`)}</h2>
      <form class="row wrap" @submit=${e=>void this.#a(e)}>
        ${t(`from`,w(`ways.from`),e[0])} ${t(`to`,w(`ways.to`),e[1])}
        <select name="rule" aria-label=${w(`ways.rule`)}>
          ${[...ot.slice(1),X].map(e=>c`<option value=${e}>${w(`rule.${e}`)}</option>`)}
        </select>
        <button data-act>${w(`action.save`)}</button>
      </form>
    </section>`}#n(e){return c`<section class="card">
      <p class="muted">${w(`ways.why`)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${w(`ways.way`)}</th>
            <th scope="col">${w(`ways.typical`)}</th>
            <th scope="col" class="wide">${w(`ways.range`)}</th>
            <th scope="col" class="wide">${w(`ways.count`)}</th>
            <th scope="col">${w(`ways.rule`)}</th>
          </tr>
        </thead>
        <tbody>
          ${e.map(e=>this.#r(e))}
        </tbody>
      </table>
    </section>`}#r(e){let t=`${v(e.from_camera)} → ${v(e.to_camera)}`;return c`<tr>
      <td><strong>${t}</strong></td>
      <td>${Q(e.p50_s)}</td>
      <td class="wide">${Q(e.p5_s)} – ${Q(e.p95_s)}</td>
      <td class="wide">${e.count}</td>
      <td>
        <select
          data-act
          aria-label=${w(`ways.ruleOf`,{way:t})}
          @change=${t=>void this.#o(e,t.target)}
        >
          ${ot.map(t=>c`<option value=${t} ?selected=${t===e.rule}>${w(`rule.${t}`)}</option>`)}
          <option value=${X}>${w(`rule.one-way`)}</option>
        </select>
      </td>
    </tr>`}#i(e,t,n){return n===X?this.store.setOneWay(e,t):this.store.setRule(e,t,n)}async#a(e){e.preventDefault();let{toasts:t}=this.services,n=new FormData(e.target),[r,i,a]=[`from`,`to`,`rule`].map(e=>String(n.get(e)));try{await this.#i(r??``,i??``,a??``),t.done(w(`person.changed`))}catch(e){t.failed(e)}}async#o(e,t){let{toasts:n}=this.services;try{await this.#i(e.from_camera,e.to_camera,t.value),n.done(w(`person.changed`))}catch(e){n.failed(e)}}};y([m({attribute:!1})],Z.prototype,`store`,void 0),Z=y([h(`topology-tab`)],Z);function Q(e){return e===null?`–`:x(e)}var st=[`list`,`plan`,`ways`],$=class extends T{#e=null;#t=[];constructor(){super(),t(this,()=>[this.services.router])}static{this.styles=[f,_`
      :host {
        display: grid;
        gap: 18px;
        grid-template-columns: minmax(0, 1fr);
      }
    `]}get store(){return this.#e??=new $e(this.services.api),this.#e}connectedCallback(){super.connectedCallback();let{live:e}=this.services;this.#t=[e.subscribe(({topic:e})=>e===`plan`&&void this.store.load()),e.onState(e=>e&&void this.store.load())],this.store.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of this.#t)e()}render(){let e=this.#r();return c`<h1>${w(`nav.cameras`)}</h1>
      <fr-tabs
        .tabs=${st.map(e=>({name:e,label:w(`cameras.tab.${e}`)}))}
        .current=${e}
        @chosen=${e=>this.services.router.refine({tab:e.detail===`list`?null:e.detail})}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${w(`cameras.tab.${e}`)}>${this.#n(e)}</div>`}#n(e){return e===`plan`?c`<plan-editor .store=${this.store}></plan-editor>`:e===`ways`?c`<topology-tab .store=${this.store}></topology-tab>`:c`<camera-list></camera-list>`}#r(){let e=this.services.router.state.place.params.get(`tab`);return st.find(t=>t===e)??`list`}};$=y([h(`cameras-page`)],$);export{$ as CamerasPage};