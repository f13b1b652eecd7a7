const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./people-page-Bm_PIZ6n.js","./query-Df4-SAIv.js","./query-all-BOF-gqtH.js","./keys-BtAWeeJP.js","./fr-picture-D7V61Esp.js","./fr-segments-CA1otXeJ.js","./name-editor-DSHiSHgk.js","./fr-dialog-DZpCG4_2.js","./fr-timeline-B4HuZzh8.js","./person-page-BSNCqtCH.js","./fr-menu-wjahhlrT.js","./save-DKcL53c8.js","./export-button-CSITkV97.js","./places-BnEeg5QM.js","./fr-plan-Cu5yhADG.js","./fr-clip-Bosd1TbE.js","./evidence-view-BBZvBQa-.js","./term-bars-BKFSuwoD.js","./fr-tabs-DWHtbVs5.js","./review-page-CxzmMPch.js","./search-page-DW4V-F8y.js","./live-C9UdWDPk.js","./map-page-F7tH3dDs.js","./cameras-page-aByomhox.js","./settings-page-Docftgo7.js"])))=>i.map(i=>d[i]);
var e=class extends Error{constructor(e,t,n){super(n),this.status=e,this.code=t,this.name=`ApiError`}get isOffline(){return this.status===0}get isNotFound(){return this.status===404}},t=`offline`;function n(n){return n instanceof e?n:new e(0,t,n instanceof Error?n.message:String(n))}var r=class{#e;#t;constructor(e){this.#e=e,this.#t=e.fetch??((e,t)=>fetch(e,t))}get(e,t,n){return this.#n(`GET`,e,{query:t,signal:n})}post(e,t={},n){return this.#n(`POST`,e,{body:t,query:n})}put(e,t,n){return this.#n(`PUT`,e,{body:t,query:n})}patch(e,t,n){return this.#n(`PATCH`,e,{body:t,query:n})}delete(e,t){return this.#n(`DELETE`,e,{query:t})}async blob(e,t,n){return(await this.#r(`GET`,e,{query:t,signal:n})).blob()}async upload(e,t,n,r){return await i(await this.#r(e,t,{file:n,query:r}))}address(e,t){let n=new URL(e,this.#e.base);for(let[e,r]of Object.entries(t??{})){if(r==null||r===``)continue;let t=Array.isArray(r)?r:[r];for(let r of t)n.searchParams.append(e,String(r))}return n.href}async#n(e,t,n){return await i(await this.#r(e,t,n))}async#r(n,r,i){let o;try{o=await this.#t(this.address(r,i.query),this.#i(n,i))}catch(n){throw n instanceof DOMException&&n.name===`AbortError`?n:new e(0,t,`The service cannot be reached.`)}if(o.ok)return o;throw o.status===401&&this.#e.onUnauthorized?.(),await a(o)}#i(e,t){let n=this.#e.token(),r={};n!==null&&(r.Authorization=`Bearer ${n}`),t.body!==void 0&&(r[`Content-Type`]=`application/json`),t.file!==void 0&&(r[`Content-Type`]=t.file.type);let i=t.body===void 0?null:JSON.stringify(t.body);return{method:e,headers:r,body:t.file??i,signal:t.signal??null}}};async function i(e){return e.status===204?null:e.json()}async function a(t){try{let n=await t.json();if(typeof n.code==`string`&&typeof n.message==`string`)return new e(t.status,n.code,n.message)}catch{}return new e(t.status,`unexpected`,`The service answered with status ${t.status}.`)}var o=`frigate-reid`,s=30,c=class{#e;#t=new Set;#n=new Set;#r=null;#i=0;#a=null;#o=!1;constructor(e){this.#e=e}get connected(){return this.#o}start(){if(this.#r!==null)return;this.#a?.(),this.#a=null;let e=this.#e.open();this.#r=e,e.onopen=()=>this.#s(e),e.onmessage=e=>this.#c(e.data),e.onclose=()=>this.#l(e)}stop(){this.#a?.(),this.#a=null;let e=this.#r;this.#r=null,e?.close(),this.#u(!1)}subscribe(e){return this.#t.add(e),()=>this.#t.delete(e)}onState(e){return this.#n.add(e),()=>this.#n.delete(e)}#s(e){this.#i=0,this.#e.topics.forEach((t,n)=>{e.send(JSON.stringify({type:`subscribe`,id:n,topics:[t]}))}),this.#u(!0)}#c(e){let t=d(e);if(t?.type!==`event`)return;let n={topic:t.topic,event:t.event,data:t.data};for(let e of[...this.#t])e(n)}#l(e){if(this.#r!==e)return;this.#r=null,this.#u(!1);let t=Math.min(s,2**this.#i);this.#i+=1,this.#a=this.#e.later(t,()=>this.start())}#u(e){if(this.#o!==e){this.#o=e;for(let t of[...this.#n])t(e)}}};function l(e){return e===null?[]:[o,`bearer.${u(e)}`]}function u(e){let t=new TextEncoder().encode(e),n=Array.from(t,e=>String.fromCharCode(e)).join(``);return btoa(n).replaceAll(`+`,`-`).replaceAll(`/`,`_`).replaceAll(`=`,``)}function d(e){if(typeof e!=`string`)return null;try{return JSON.parse(e)}catch{return null}}var ee=300,te=class{#e;#t;#n=new Map;constructor(e,t=ee){this.#e=e,this.#t=t}acquire(e){let t=this.#n.get(e)??this.#r(e);return this.#n.delete(e),this.#n.set(e,t),t.users+=1,t.url}release(e){let t=this.#n.get(e);t!==void 0&&(--t.users,this.#i())}get size(){return this.#n.size}#r(e){let t=this.#e.fetch(e).then(e=>this.#e.toUrl(e)),n={url:t,users:0};return t.catch(()=>{this.#n.get(e)===n&&this.#n.delete(e)}),this.#n.set(e,n),n}#i(){let e=this.#n.size-this.#t;for(let[t,n]of this.#n){if(e<=0)return;n.users>0||(this.#n.delete(t),--e,n.url.then(e=>this.#e.revoke(e),()=>void 0))}}},f=class{#e;#t=new Set;constructor(e){this.#e=e}get state(){return this.#e}subscribe(e){return this.#t.add(e),()=>this.#t.delete(e)}set(e){this.#e={...this.#e,...e};for(let e of[...this.#t])e()}},ne=class extends f{#e;constructor(e){super({place:re(e.location.hash)}),this.#e=e}start(){let e=()=>this.set({place:re(this.#e.location.hash)});return this.#e.addEventListener(`hashchange`,e),()=>this.#e.removeEventListener(`hashchange`,e)}go(e,t={}){this.#e.location.hash=p(e,t)}refine(e){let{place:t}=this.state,n={...Object.fromEntries(t.params),...e},r=p(t.path,n);this.#e.history.replaceState(null,``,r),this.set({place:re(r)})}};function re(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(`?`,2);return{path:t.split(`/`).filter(Boolean).map(decodeURIComponent),params:new URLSearchParams(n)}}function p(e,t={}){let n=Object.entries(t).filter(([,e])=>e),r=new URLSearchParams(n).toString();return`#/${e.map(encodeURIComponent).join(`/`)}${r&&`?${r}`}`}var m=`frigate-reid-token`,ie=class{constructor(e,t){this.tab=e,this.device=t}get(){return this.tab.getItem(m)??this.device.getItem(m)}keep(e,t){this.forget(),(t?this.device:this.tab).setItem(m,e)}forget(){this.tab.removeItem(m),this.device.removeItem(m)}},ae=class extends f{#e;#t=0;constructor(e){super({gate:`starting`,session:null,info:null,health:null,live:!1,heard_ms:0,reviews:0}),this.#e=e,e.live.onState(e=>this.#r(e)),e.live.subscribe(t=>{this.set({heard_ms:e.now()}),t.event===`health`&&this.set({health:t.data}),t.topic===`reviews`?this.set({reviews:t.data.open}):t.event===`identity_changed`&&this.countReviews()})}get zone(){return this.state.session?.time_zone??void 0}now_s(){return this.#e.now()/1e3+this.#t}async enter(){let{api:e,live:t,hasToken:r}=this.#e;try{let n=await e.get(`session`),r=await e.get(`info`);this.#n(r),this.set({gate:`open`,session:n,info:r,heard_ms:this.#e.now()}),t.start(),this.refresh()}catch(e){let{status:t}=n(e);t===401?this.set({gate:r()?`wrong-token`:`locked`}):this.set({gate:`unreachable`})}}lock(){this.state.gate===`open`&&(this.#e.live.stop(),this.set({gate:`locked`}))}async refresh(){try{let{api:e}=this.#e,[t,n]=await Promise.all([e.get(`info`),e.get(`health`)]);this.#n(t),this.set({info:t,health:n,heard_ms:this.#e.now()}),await this.countReviews()}catch{}}async countReviews(){try{let{open:e}=await this.#e.api.get(`reviews/next`,{count:1});this.set({reviews:e})}catch{}}#n(e){this.#t=e.now_s-this.#e.now()/1e3}#r(e){this.set({live:e,...e?{heard_ms:this.#e.now()}:{}}),e&&this.refresh()}},oe=8,se=class extends f{#e=1;#t=new Set;constructor(e,t){super({toasts:[]}),this.api=e,this.later=t}done(e,t=[]){this.#n({text:e,kind:`done`,decisions:t})}failed(e){let{message:t,code:r}=n(e);this.#n({text:t,kind:`error`,decisions:[],code:r})}dismiss(e){this.set({toasts:this.state.toasts.filter(t=>t.id!==e)})}onUndone(e){return this.#t.add(e),()=>this.#t.delete(e)}async undoLast(e){let t=this.state.toasts.findLast(e=>e.decisions.length>0);t&&await this.undo(t,e)}async undo(e,t){this.dismiss(e.id);try{for(let t of e.decisions.toReversed())await this.api.post(`decisions/${encodeURIComponent(t)}/undo`);this.done(t)}catch(e){this.failed(e)}for(let e of[...this.#t])e()}#n(e){let t=this.#e++;this.set({toasts:[...this.state.toasts.slice(-2),{id:t,...e}]}),this.later(e.kind===`error`?16:oe,()=>this.dismiss(t))}},ce=class extends Event{constructor(e,t,n,r){super(`context-request`,{bubbles:!0,composed:!0}),this.context=e,this.contextTarget=t,this.callback=n,this.subscribe=r??!1}};function le(e){return e}var ue=class{constructor(e,t,n,r){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(e,t)=>{this.unsubscribe&&(this.unsubscribe!==t&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=e,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(e,t)),this.unsubscribe=t},this.host=e,t.context!==void 0){let e=t;this.context=e.context,this.callback=e.callback,this.subscribe=e.subscribe??!1}else this.context=t,this.callback=n,this.subscribe=r??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&=(this.unsubscribe(),void 0)}dispatchRequest(){this.host.dispatchEvent(new ce(this.context,this.host,this.t,this.subscribe))}},de=class{get value(){return this.o}set value(e){this.setValue(e)}setValue(e,t=!1){let n=t||!Object.is(e,this.o);this.o=e,n&&this.updateObservers()}constructor(e){this.subscriptions=new Map,this.updateObservers=()=>{for(let[e,{disposer:t}]of this.subscriptions)e(this.o,t)},e!==void 0&&(this.value=e)}addCallback(e,t,n){if(!n)return void e(this.value);this.subscriptions.has(e)||this.subscriptions.set(e,{disposer:()=>{this.subscriptions.delete(e)},consumerHost:t});let{disposer:r}=this.subscriptions.get(e);e(this.value,r)}clearCallbacks(){this.subscriptions.clear()}},fe=class extends Event{constructor(e,t){super(`context-provider`,{bubbles:!0,composed:!0}),this.context=e,this.contextTarget=t}},pe=class extends de{constructor(e,t,n){super(t.context===void 0?n:t.initialValue),this.onContextRequest=e=>{if(e.context!==this.context)return;let t=e.contextTarget??e.composedPath()[0];t!==this.host&&(e.stopPropagation(),this.addCallback(e.callback,t,e.subscribe))},this.onProviderRequest=e=>{if(e.context!==this.context||(e.contextTarget??e.composedPath()[0])===this.host)return;let t=new Set;for(let[e,{consumerHost:n}]of this.subscriptions)t.has(e)||(t.add(e),n.dispatchEvent(new ce(this.context,n,e,!0)));e.stopPropagation()},this.host=e,this.context=t.context===void 0?t:t.context,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener(`context-request`,this.onContextRequest),this.host.addEventListener(`context-provider`,this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new fe(this.context,this.host))}};function me({context:e,subscribe:t}){return(n,r)=>{typeof r==`object`?r.addInitializer((function(){new ue(this,{context:e,callback:e=>{n.set.call(this,e)},subscribe:t})})):n.constructor.addInitializer((n=>{new ue(n,{context:e,callback:e=>{n[r]=e},subscribe:t})}))}}var h=globalThis,g=h.ShadowRoot&&(h.ShadyCSS===void 0||h.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,he=Symbol(),ge=new WeakMap,_e=class{constructor(e,t,n){if(this._$cssResult$=!0,n!==he)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(g&&e===void 0){let n=t!==void 0&&t.length===1;n&&(e=ge.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&ge.set(t,e))}return e}toString(){return this.cssText}},ve=e=>new _e(typeof e==`string`?e:e+``,void 0,he),_=(e,...t)=>new _e(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,he),ye=(e,t)=>{if(g)e.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let n of t){let t=document.createElement(`style`),r=h.litNonce;r!==void 0&&t.setAttribute(`nonce`,r),t.textContent=n.cssText,e.appendChild(t)}},be=g?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return ve(t)})(e):e,{is:xe,defineProperty:Se,getOwnPropertyDescriptor:Ce,getOwnPropertyNames:we,getOwnPropertySymbols:Te,getPrototypeOf:Ee}=Object,v=globalThis,De=v.trustedTypes,Oe=De?De.emptyScript:``,ke=v.reactiveElementPolyfillSupport,y=(e,t)=>e,b={toAttribute(e,t){switch(t){case Boolean:e=e?Oe:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},Ae=(e,t)=>!xe(e,t),je={attribute:!0,type:String,converter:b,reflect:!1,useDefault:!1,hasChanged:Ae};Symbol.metadata??=Symbol(`metadata`),v.litPropertyMetadata??=new WeakMap;var x=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=je){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&Se(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=Ce(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??je}static _$Ei(){if(this.hasOwnProperty(y(`elementProperties`)))return;let e=Ee(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(y(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(y(`properties`))){let e=this.properties,t=[...we(e),...Te(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(be(e))}else e!==void 0&&t.push(be(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return ye(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?b:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?b:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??Ae)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};x.elementStyles=[],x.shadowRootOptions={mode:`open`},x[y(`elementProperties`)]=new Map,x[y(`finalized`)]=new Map,ke?.({ReactiveElement:x}),(v.reactiveElementVersions??=[]).push(`2.1.2`);var Me=globalThis,Ne=e=>e,S=Me.trustedTypes,Pe=S?S.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,Fe=`$lit$`,C=`lit$${Math.random().toFixed(9).slice(2)}$`,Ie=`?`+C,Le=`<${Ie}>`,w=document,T=()=>w.createComment(``),E=e=>e===null||typeof e!=`object`&&typeof e!=`function`,Re=Array.isArray,ze=e=>Re(e)||typeof e?.[Symbol.iterator]==`function`,Be=`[ 	
\f\r]`,D=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Ve=/-->/g,He=/>/g,O=RegExp(`>|${Be}(?:([^\\s"'>=/]+)(${Be}*=${Be}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),Ue=/'/g,We=/"/g,Ge=/^(?:script|style|textarea|title)$/i,Ke=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),k=Ke(1),qe=Ke(2),A=Symbol.for(`lit-noChange`),j=Symbol.for(`lit-nothing`),Je=new WeakMap,M=w.createTreeWalker(w,129);function Ye(e,t){if(!Re(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return Pe===void 0?t:Pe.createHTML(t)}var Xe=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=D;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===D?c[1]===`!--`?o=Ve:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=O):(Ge.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=O):o=He:o===O?c[0]===`>`?(o=i??D,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?O:c[3]===`"`?We:Ue):o===We||o===Ue?o=O:o===Ve||o===He?o=D:(o=O,i=void 0);let d=o===O&&e[t+1].startsWith(`/>`)?` `:``;a+=o===D?n+Le:l>=0?(r.push(s),n.slice(0,l)+Fe+n.slice(l)+C+d):n+C+(l===-2?t:d)}return[Ye(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},Ze=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=Xe(t,n);if(this.el=e.createElement(l,r),M.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=M.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(Fe)){let t=u[o++],n=i.getAttribute(e).split(C),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?$e:r[1]===`?`?et:r[1]===`@`?tt:F}),i.removeAttribute(e)}else e.startsWith(C)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(Ge.test(i.tagName)){let e=i.textContent.split(C),t=e.length-1;if(t>0){i.textContent=S?S.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],T()),M.nextNode(),c.push({type:2,index:++a});i.append(e[t],T())}}}else if(i.nodeType===8){if(i.data===Ie)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(C,e+1))!==-1;)c.push({type:7,index:a}),e+=C.length-1}}a++}}static createElement(e,t){let n=w.createElement(`template`);return n.innerHTML=e,n}};function N(e,t,n=e,r){if(t===A)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=E(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=N(e,i._$AS(e,t.values),i,r)),t}var Qe=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??w).importNode(t,!0);M.currentNode=r;let i=M.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new P(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new nt(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=M.nextNode(),a++)}return M.currentNode=w,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},P=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=j,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=N(this,e,t),E(e)?e===j||e==null||e===``?(this._$AH!==j&&this._$AR(),this._$AH=j):e!==this._$AH&&e!==A&&this._(e):e._$litType$===void 0?e.nodeType===void 0?ze(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==j&&E(this._$AH)?this._$AA.nextSibling.data=e:this.T(w.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=Ze.createElement(Ye(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new Qe(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=Je.get(e.strings);return t===void 0&&Je.set(e.strings,t=new Ze(e)),t}k(t){Re(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(T()),this.O(T()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=Ne(e).nextSibling;Ne(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},F=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=j,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=j}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=N(this,e,t,0),a=!E(e)||e!==this._$AH&&e!==A,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=N(this,r[n+o],t,o),s===A&&(s=this._$AH[o]),a||=!E(s)||s!==this._$AH[o],s===j?e=j:e!==j&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===j?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},$e=class extends F{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===j?void 0:e}},et=class extends F{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==j)}},tt=class extends F{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=N(this,e,t,0)??j)===A)return;let n=this._$AH,r=e===j&&n!==j||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==j&&(n===j||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},nt=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){N(this,e)}},rt={M:Fe,P:C,A:Ie,C:1,L:Xe,R:Qe,D:ze,V:N,I:P,H:F,N:et,U:tt,B:$e,F:nt},it=Me.litHtmlPolyfillSupport;it?.(Ze,P),(Me.litHtmlVersions??=[]).push(`3.3.3`);var at=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new P(t.insertBefore(T(),e),e,void 0,n??{})}return i._$AI(e),i},ot=globalThis,I=class extends x{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=at(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return A}};I._$litElement$=!0,I.finalized=!0,ot.litElementHydrateSupport?.({LitElement:I});var st=ot.litElementPolyfillSupport;st?.({LitElement:I}),(ot.litElementVersions??=[]).push(`4.2.2`);var L=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},ct={attribute:!0,type:String,converter:b,reflect:!1,hasChanged:Ae},lt=(e=ct,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function R(e){return(t,n)=>typeof n==`object`?lt(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function ut(e){return R({...e,state:!0,attribute:!1})}var z={"action.again":`Try again`,"action.cancel":`Cancel`,"action.close":`Close`,"action.more":`Show more`,"action.moreFor":`More for {name}`,"action.save":`Save`,"action.undo":`Undo`,"answer.different":`Different`,"answer.same":`Same`,"answer.unsure":`Not sure`,"app.name":`Frigate Re-ID`,"app.skip":`Skip to content`,"band.balanced":`Balanced`,"band.balanced.why":`Three wrong links in a hundred.`,"band.careful":`Careful`,"band.careful.why":`One wrong link in a hundred is borne. Asks more often.`,"band.confirmed":`confirmed`,"band.eager":`Eager`,"band.eager.why":`Eight wrong links in a hundred. Asks least.`,"band.likely":`likely`,"band.unsure":`unsure`,"band.weak":`weak`,"calibrate.frame":`Frame of the camera: mark a point on the ground`,"calibrate.nowFrame":`Mark a point on the ground in the frame.`,"calibrate.nowPlan":`Now mark the same point on the plan.`,"calibrate.pairs":`Pairs of points`,"calibrate.plan":`Floor plan: mark the same point`,"calibrate.remove":`Remove pair {n}`,"calibrate.residual":`They miss each other by {units} units of the plan. Set the scale to see metres.`,"calibrate.residualMetres":`They miss each other by {metres} m.`,"calibrate.title":`Calibrate {name}`,"cameras.crops":`Usable pictures`,"cameras.height":`Height of people`,"cameras.inSight_one":`{n} in sight`,"cameras.inSight_other":`{n} in sight`,"cameras.lastPicture":`Last picture of {name}`,"cameras.lastSeen":`Somebody seen {when}`,"cameras.none.text":`Cameras appear as soon as Frigate tracks a person on them.`,"cameras.none.title":`No camera saw anybody yet`,"cameras.tab.list":`Cameras`,"cameras.tab.plan":`Floor plan`,"cameras.tab.ways":`Ways`,"cameras.tracklets":`Sightings`,"clip.broken":`This browser cannot play the recording.`,"clip.loading":`Fetching the recording from Frigate …`,"day.after":`Day after`,"day.before":`Day before`,"day.choose":`Choose a day`,"day.today":`Today`,"day.yesterday":`Yesterday`,"decision.assign.accept":`A sighting was recognised.`,"decision.assign.acceptSure":`A sighting was recognised, {percent} % sure.`,"decision.assign.ask":`A sighting was kept apart, to be asked about.`,"decision.assign.hand":`A sighting was moved here or away.`,"decision.assign.new":`Seen for the first time.`,"decision.distinguish":`Kept apart from somebody else.`,"decision.expose":`Shown in Home Assistant.`,"decision.exposeOff":`No longer shown in Home Assistant.`,"decision.feature":`Another picture was chosen.`,"decision.hide":`Hidden from lists.`,"decision.hideOff":`Shown in lists again.`,"decision.merge_one":`Merged with somebody else: {n} sighting moved.`,"decision.merge_other":`Merged with somebody else: {n} sightings moved.`,"decision.rename":`Named {name}.`,"decision.renameOff":`The name was taken away.`,"decision.split_one":`{n} sighting was split off.`,"decision.split_other":`{n} sightings were split off.`,"decision.undo":`An earlier decision was taken back.`,"error.copy":`Copy details`,"error.title":`That did not work`,"export.blur":`Blur other people`,"export.format":`What do you need?`,"export.format.frigate_case":`A case in Frigate, one export for each leg`,"export.format.json":`The route as data (JSON)`,"export.format.mp4":`One video of all legs in order`,"export.format.picture":`The route as a picture`,"export.pseudonymise":`Leave names out`,"export.save":`Save file`,"export.start":`Start export`,"export.title":`Export`,"firstRun.crops":`Usable pictures of people`,"firstRun.crops.why":`Walk past a camera. Under Cameras you see how well each one suits.`,"firstRun.dismiss":`Put away`,"firstRun.done":`{done} of {all} done`,"firstRun.exposed":`Choose who appears in Home Assistant`,"firstRun.exposed.why":`Open a named person and turn it on. Nobody is shown by default.`,"firstRun.frigate":`Frigate reached`,"firstRun.frigate.why":`Pictures of people come from its HTTP API.`,"firstRun.isDone":`done`,"firstRun.model":`Model loaded`,"firstRun.model.why":`It turns pictures into numbers that can be compared.`,"firstRun.mqtt":`Messages heard over MQTT`,"firstRun.mqtt.why":`Frigate tells there whom it tracks.`,"firstRun.names":`Name your household`,"firstRun.names.why":`Begin with those seen most often. Unnamed people work as well.`,"firstRun.plan":`Cameras on the floor plan`,"firstRun.plan.why":`Routes are drawn on it. You may skip this.`,"firstRun.rescan":`Look at the last days`,"firstRun.rescan.why":`Frigate still has events from before. A rescan takes them in.`,"firstRun.title":`Getting started`,"forget.do":`Delete for good`,"forget.done_one":`Deleted for good.`,"forget.done_other":`{n} people were deleted for good.`,"forget.text":`All sightings, pictures and names of {names} go. This cannot be undone.`,"forget.title_one":`Delete this person?`,"forget.title_other":`Delete {n} people?`,"health.degraded":`Needs attention`,"health.offline":`Not connected`,"health.ok":`All is well`,"health.starting":`Starting`,"history.none.text":`What the service or you decide about this person is listed here.`,"history.none.title":`Nothing was decided yet`,"history.system":`Service`,"history.undone":`taken back`,"history.user":`By hand`,"job.cancelled":`Cancelled.`,"job.done":`Done.`,"job.failed":`That failed.`,"job.running":`Under way …`,"job.waiting":`Waiting for its turn …`,"leg.between":`{a}, then {b}`,"leg.clip":`Play recording`,"leg.sameDone":`Confirmed. The service will not move this sighting.`,"leg.why":`All the reasons`,"looks.feature":`Use as photo`,"looks.none.text":`Pictures are kept for some days only.`,"looks.none.title":`No pictures left`,"looks.notThem":`This is somebody else`,"looks.pictures_one":`{n} picture`,"looks.pictures_other":`{n} pictures`,"map.handoffs":`Last handoffs`,"map.inSight":`In sight`,"map.label":`Floor plan with everybody in sight; the list beside it says the same in words`,"map.live":`Live`,"map.noHandoffs":`Nobody walked from one camera to another yet.`,"map.nobody":`Nobody.`,"map.none.title":`No camera saw anybody yet`,"map.replay":`Replay`,"map.speed":`Speed`,"map.toLive":`Back to live`,"merge.do_one":`Merge`,"merge.do_other":`Make {n} people one`,"merge.done_one":`Merged into {name}.`,"merge.done_other":`{n} people are {name} now.`,"merge.keeps":`stays`,"merge.looking":`Looking for what speaks against it …`,"merge.makeFirst":`Let stay`,"merge.noOverlap":`Nothing speaks against it: never in two places at once.`,"merge.overlaps_one":`Seen in two places at once`,"merge.overlaps_other":`Seen in two places at once {n} times`,"merge.sameCamera":`{time}: both on {a}. One person cannot be there twice.`,"merge.stays":`{name} keeps name, photo and everything in Home Assistant. You can undo this.`,"merge.swap":`Swap`,"merge.title":`Are these one person?`,"merge.together":`Together they would have been`,"merge.twoCameras":`{time}: {a} and {b}`,"namesake.merge":`Same person: merge`,"namesake.other":`Another {name}`,"namesake.text":`Is this the same person, or another one with the same name?`,"namesake.title":`There is a {name} already`,"nav.cameras":`Cameras`,"nav.label":`Main`,"nav.map":`Map`,"nav.open_one":`{n} open question`,"nav.open_other":`{n} open questions`,"nav.people":`People`,"nav.review":`Review`,"nav.search":`Search`,"nav.settings":`Settings`,"offline.banner":`Not connected. What you see is {age} old.`,"offline.never":`The service does not answer. It may be starting: try again in a moment.`,"offline.title":`The service cannot be reached`,"part.away":`cannot be reached`,"part.connected":`connected`,"part.frigate":`Frigate ({name})`,"part.gallery":`Vector index`,"part.lastMessage":`last message {age} ago`,"part.model":`Model`,"part.mqtt":`Broker ({name})`,"part.points_one":`{n} vector`,"part.points_other":`{n} vectors`,"part.reached":`well`,"part.runtime":`{runtime}, {dimension} numbers`,"part.store":`Database`,"part.version":`version {version}`,"pause.pause":`Pause`,"pause.paused":`Recognition rests. Nobody new is taken in.`,"pause.resume":`Resume`,"pause.resumed":`Recognition goes on.`,"people.anyCamera":`All cameras`,"people.asked":`question open`,"people.camera":`Camera`,"people.clear":`Clear selection`,"people.count_one":`{n} person`,"people.count_other":`{n} people`,"people.day":`Day`,"people.delete":`Delete`,"people.empty.action":`Look at the connections`,"people.empty.text":`As soon as Frigate tracks a person and keeps a usable picture, they appear here.`,"people.empty.title":`Nobody was seen yet`,"people.filtered.clear":`Show everybody`,"people.filtered.text":`Nobody fits what you look for.`,"people.filtered.title":`Nobody found`,"people.here":`in sight`,"people.hidden":`hidden`,"people.hiddenDone_one":`Hidden. They are still recognised, so that nobody else is taken for them.`,"people.hiddenDone_other":`{n} people are hidden. They are still recognised.`,"people.hide":`Hide`,"people.many":`{n} and more`,"people.merge":`Merge`,"people.name":`Name`,"people.nameOf":`Name of {name}`,"people.nameRemoved":`{old} has no name any more.`,"people.never":`never seen`,"people.now":`now`,"people.onceExpires":`Unnamed people who do not come back are deleted after some days.`,"people.rename":`Rename`,"people.renameOf":`Rename {name}`,"people.renamed":`{old} is {name} now.`,"people.search":`Search names`,"people.section.named":`Named`,"people.section.now":`In sight now`,"people.section.often":`Seen often, unnamed`,"people.section.once":`Seen once`,"people.select":`Select {name}`,"people.selectMode":`Select`,"people.selected_one":`{n} selected`,"people.selected_other":`{n} selected`,"people.selection":`Selection`,"people.show":`Show again`,"people.shownDone_one":`Shown again.`,"people.shownDone_other":`{n} people are shown again.`,"people.sightings_one":`{n} sighting`,"people.sightings_other":`{n} sightings`,"people.state.hidden":`Hidden`,"people.state.named":`Named`,"people.state.unnamed":`Unnamed`,"people.state.visible":`All`,"people.title":`People`,"people.today_one":`{n} visit today`,"people.today_other":`{n} visits today`,"people.week":`Visits of the last seven days`,"people.which":`Which people`,"person.changed":`Saved.`,"person.choosePhoto":`Choose photo`,"person.exposed":`Show in Home Assistant`,"person.gone":`Not found`,"person.lastSeen":`{camera} · {when}`,"person.photoFrom":`Picture from {camera}`,"person.redirected":`merged`,"person.searchMore":`Search more`,"person.tab.history":`History`,"person.tab.looks":`Looks`,"person.tab.route":`Route`,"person.tab.sightings":`Sightings`,"picture.expired":`Picture expired`,"picture.none":`No picture`,"plan.addFloor":`Add floor`,"plan.calibrate":`Calibrate`,"plan.calibrated":`calibrated`,"plan.closer":`Zoom in`,"plan.editorLabel":`Floor plan, to be edited`,"plan.floor":`Floor`,"plan.floorNumber":`Floor {n}`,"plan.further":`Zoom out`,"plan.ground":`Ground floor`,"plan.heading_deg":`Looks towards`,"plan.hint":`Drag a camera to move it, the end of its view to turn it. Ctrl and the wheel zoom.`,"plan.hintLength":`Enter how long the line is.`,"plan.hintPlace":`Press where the camera is.`,"plan.hintRuler":`Mark both ends of something whose length you know.`,"plan.label":`Floor plan`,"plan.metres":`Metres`,"plan.moveHere":`Move here`,"plan.noScale":`No scale yet`,"plan.none.text":`With a plan, routes are drawn where people walked. You may skip this: routes then go from camera to camera.`,"plan.none.title":`No floor plan yet`,"plan.place":`Place`,"plan.range_units":`Sees as far as`,"plan.removeFloor":`Remove floor`,"plan.replace":`Replace picture`,"plan.scale":`Scale`,"plan.schematic":`No cameras are placed on a plan yet: this drawing shows only the order, not the place.`,"plan.takeOff":`Take off`,"plan.unplaced_one":`Leg {legs} is not drawn: its camera has no place on this floor.`,"plan.unplaced_other":`Legs {legs} are not drawn: their cameras have no place on this floor.`,"plan.upload":`Upload picture`,"plan.view_deg":`View angle`,"plan.width":`{metres} m wide`,"problem.above_horizon":`With these pairs the horizon would run through the ground. Mark points on the ground only, and check that no two pairs are exchanged.`,"problem.clustered":`The points cover only a small part of the frame. Add some nearer to its edges.`,"problem.collinear":`All points but one at most lie on one line. Add points beside that line, near and far.`,"problem.inexact":`The pairs do not agree well. Correct those that are off, or mark points that are sharper.`,"problem.mirrored":`With these pairs left and right would be exchanged. Check that every point of the frame belongs to its point on the plan.`,"problem.too_few":`Mark at least four points on the ground; six or more are better.`,"problem.unproven":`Four pairs fit whatever they are. Add at least one more to see how exact they are.`,"rating.good":`good`,"rating.limited":`limited`,"rating.poor":`poor`,"rescan.counting":`Counting …`,"rescan.estimate":`How long would it take?`,"rescan.range":`How far back`,"rescan.start":`Start rescan`,"rescan.title":`Rescan history`,"rescan.took_one":`Done: {n} sighting was taken in.`,"rescan.took_other":`Done: {n} sightings were taken in.`,"rescan.why":`Frigate still has events from before. They can be taken in afterwards, slowly, while nothing else is to be done.`,"rescan.would_one":`{n} event, about {time}.`,"rescan.would_other":`{n} events, about {time}.`,"result.next":`{camera} in {n} s`,"result.none.text":`Tick at least one candidate to see their route here.`,"result.none.title":`Nothing is confirmed yet`,"result.play":`Play all`,"result.save":`Save as person`,"result.saveKnown":`The ticked sightings become those of the person you began with. A name is only needed for a new one.`,"result.saveNew":`The ticked sightings become one person. You may give a name.`,"result.saved":`Saved`,"result.savedAs_one":`{n} sighting is {name} now.`,"result.savedAs_other":`{n} sightings are {name} now.`,"result.skip":`Skip`,"review.conflict":`That question was answered meanwhile. Here is the next one.`,"review.did.different":`{a} and {b} stay two people, for good.`,"review.did.same":`Now one person: {name}.`,"review.did.unsure":`Left open. It is asked again only when more is known.`,"review.likely":`The service leans towards one person.`,"review.minutes_one":`about a minute`,"review.minutes_other":`about {n} minutes`,"review.more":`Ask me more`,"review.none.after_one":`You answered {n} question. Thank you.`,"review.none.after_other":`You answered {n} questions. Thank you.`,"review.none.text":`Where the service is not sure that two people are one, it asks here.`,"review.none.title":`No open questions`,"review.open_one":`{n} question`,"review.open_other":`{n} questions`,"review.reasons":`Reasons`,"review.settles_one":`Your answer settles {n} sighting.`,"review.settles_other":`Your answer settles {n} sightings.`,"review.title":`Same person?`,"review.unlikely":`The service leans towards two people.`,"route.legs":`Legs of the route`,"route.none.text":`Choose another day, or search the other cameras for them.`,"route.none.title":`Not seen on this day`,"route.overlap":`in sight of both for {time}`,"route.pause":`Pause`,"route.planLabel":`Route of {name} with {n} legs; the list beside it says the same in words`,"route.play":`Play route`,"route.timelineHint":`Drag over the lanes to scrub, over the times to choose a range.`,"route.unseen":`unseen for {time}`,"route.walked":`walked {time}`,"rule.forbidden":`impossible`,"rule.forced":`possible`,"rule.learned":`as learned`,"rule.overlap":`views overlap`,"search.all":`All searches`,"search.beginning":`Beginning the search …`,"search.choosePhoto":`Choose photo`,"search.confirmed_one":`{n} confirmed`,"search.confirmed_other":`{n} confirmed`,"search.cross":`Not this person`,"search.earlier":`Earlier`,"search.eventHint":`Event id or link`,"search.found_one":`{n} sighting in this window`,"search.found_other":`{n} sightings in this window`,"search.from":`{camera}, {time}`,"search.fromEvent":`From a Frigate event`,"search.fromFrame":`From a frame`,"search.fromPhoto":`From a photo`,"search.go":`Search`,"search.kind.crop":`From a picture`,"search.kind.identity":`From a person`,"search.kind.photo":`From a photo`,"search.kind.sighting":`From a sighting`,"search.later":`Later`,"search.new":`new`,"search.newcomers_one":`{n} newcomer`,"search.newcomers_other":`{n} newcomers`,"search.nextPerson":`Next`,"search.noFrame":`No frame with people yet`,"search.none.text_one":`Nothing on {n} camera in this window. Widen it, or move it.`,"search.none.text_other":`Nothing on {n} cameras in this window. Widen it, or move it.`,"search.none.title":`Nobody found`,"search.notDrawn":`searched, not drawn`,"search.nothingMore_one":`Nothing more on {n} camera in this window. Widen it?`,"search.nothingMore_other":`Nothing more on {n} cameras in this window. Widen it?`,"search.order":`Order`,"search.order.likeness":`Likeness`,"search.order.time":`Time`,"search.photoWhy":`Looks count, not faces: the photo must show the clothes of that day.`,"search.preset.all":`All`,"search.preset.nextDoor":`Next door`,"search.preset.reachable":`Reachable in time`,"search.previousPerson":`Previous`,"search.recent":`Recent searches`,"search.refine":`No more matches? Refine`,"search.remove":`Remove search`,"search.savedAs":`Saved: to the person`,"search.searchFor":`Search for {name}`,"search.seed":`Whom you look for`,"search.somebody":`somebody`,"search.startText":`Choose somebody, then tick where they were seen again.`,"search.startTitle":`Search across cameras`,"search.step.cameras":`Cameras`,"search.step.candidates":`Candidates`,"search.step.result":`Result`,"search.tick":`This person`,"search.title":`Where else were they?`,"search.toCandidates":`To the candidates`,"search.view":`View`,"search.widen":`Widen ×2`,"search.window":`{day}, {from} to {to}`,"settings.about":`About`,"settings.connections":`Connections`,"settings.diagnostics":`Diagnostics`,"settings.diagnosticsWhy":`Health, settings and counts for a report of a fault. Names, addresses and pictures are left out.`,"settings.download":`Download`,"settings.matching":`Matching`,"settings.matchingWhy":`How daring links are made. A wrong link is worse than a missed one: merging later is easy.`,"settings.memory":`{mb} MB of memory`,"settings.messages_one":`{n} message heard`,"settings.messages_other":`{n} messages heard`,"settings.pause":`Pause recognition`,"settings.pauseWhy":`While it rests nobody new is taken in and no picture is fetched.`,"settings.privacy":`Nothing leaves your house.`,"settings.queue":`{n} waiting`,"settings.signOut":`Forget the token`,"settings.title":`Settings and health`,"settings.uptime":`running for {age}`,"settings.version":`Version {version}`,"settings.zone":`Times are shown in the zone {zone}.`,"settings.zoneOfBrowser":`of this browser`,"sightings.moveTitle_one":`Whose sighting is it?`,"sightings.moveTitle_other":`Whose sightings are these {n}?`,"sightings.moveTo":`Move to …`,"sightings.moved_one":`Moved to {name}.`,"sightings.moved_other":`{n} sightings moved to {name}.`,"sightings.none.text":`Their sightings may have been moved or deleted.`,"sightings.none.title":`No sightings`,"sightings.pick":`Select {camera}, {time}`,"sightings.search":`Search the other cameras`,"sightings.splitFromHere":`Split from here on`,"sightings.splitOff":`Split off`,"sightings.splitOne":`This is somebody else`,"sightings.split_one":`{n} sighting is {name} now.`,"sightings.split_other":`{n} sightings are {name} now.`,"signin.enter":`Open`,"signin.keep":`Keep on this device`,"signin.title":`Frigate Re-ID`,"signin.token":`Token`,"signin.why":`Enter the token of the service. It is the setting api.token, or the content of the file api-token in its data folder.`,"signin.wrong":`This is not the token of this service.`,"state.bad":`not well`,"state.ok":`well`,"state.waiting":`not ready`,"term.appearance":`Looks`,"term.best_pair":`Best pair`,"term.cameras":`Cameras`,"term.face":`Faces, names`,"term.gap_s":`Gap`,"term.likeness":`Likeness`,"term.linked":`Linked`,"term.placed_a":`First placed by`,"term.placed_b":`Second placed by`,"term.probability":`Together`,"term.sub_labels":`Sub labels`,"term.time_place":`Time and place`,"term.together_on_one_camera":`Together in sight`,"time.day_one":`{n} day`,"time.day_other":`{n} days`,"time.hour_one":`{n} hour`,"time.hour_other":`{n} hours`,"time.minute_one":`{n} minute`,"time.minute_other":`{n} minutes`,"time.now":`just now`,"time.second_one":`{n} second`,"time.second_other":`{n} seconds`,"timeline.brush":`Drag to choose a range, double-click to show all`,"timeline.label":`Timeline`,"undo.done":`Taken back.`,"ways.count":`Seen`,"ways.none.text":`They are learned from people who walk from one camera to another.`,"ways.none.title":`No ways yet`,"ways.range":`Quick to slow`,"ways.rule":`Rule`,"ways.ruleOf":`Rule for {way}`,"ways.typical":`Typical`,"ways.way":`From, to`,"ways.why":`How long people walk out of sight, as learned. Say what is impossible, and the service stops linking it.`,"why.nobody":`nobody yet`,"why.text":`Pick two sightings to see everything that speaks for and against one person.`,"why.title":`Why?`},dt=new Intl.PluralRules(`en`);function B(e,t={}){return mt(z[e],t)}function ft(e,t,n={}){return mt(z[`${e}_${dt.select(t)}`]??z[`${e}_other`],{n:t.toLocaleString(`en`),...n})}function pt(e,t){return z[e]??t}function mt(e,t){return e.replace(/\{(\w+)\}/g,(e,n)=>String(t[n]??e))}var V=le(`services`),ht=class{#e=[];constructor(e,t){this.host=e,this.stores=t,e.addController(this)}hostConnected(){this.#e=this.stores().map(e=>e.subscribe(()=>this.host.requestUpdate()))}hostDisconnected(){for(let e of this.#e)e();this.#e=[]}};function H(e,t){new ht(e,t)}var{I:gt}=rt,_t=e=>e===null||typeof e!=`object`&&typeof e!=`function`,vt=e=>e.strings===void 0,yt={},bt=(e,t=yt)=>e._$AH=t,xt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},St=e=>(...t)=>({_$litDirective$:e,values:t}),Ct=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},U=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let e of n)e._$AO?.(t,!1),U(e,t);return!0},W=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},wt=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),Dt(t)}};function Tt(e){this._$AN===void 0?this._$AM=e:(W(this),this._$AM=e,wt(this))}function Et(e,t=!1,n=0){let r=this._$AH,i=this._$AN;if(i!==void 0&&i.size!==0){if(t){if(Array.isArray(r))for(let e=n;e<r.length;e++)U(r[e],!1),W(r[e]);else r!=null&&(U(r,!1),W(r))}else U(this,e)}}var Dt=e=>{e.type==xt.CHILD&&(e._$AP??=Et,e._$AQ??=Tt)},Ot=class extends Ct{constructor(){super(...arguments),this._$AN=void 0}_$AT(e,t,n){super._$AT(e,t,n),wt(this),this.isConnected=e._$AU}_$AO(e,t=!0){e!==this.isConnected&&(this.isConnected=e,e?this.reconnected?.():this.disconnected?.()),t&&(U(this,e),W(this))}setValue(e){if(vt(this._$Ct))this._$Ct._$AI(e,this);else{let t=[...this._$Ct._$AH];t[this._$Ci]=e,this._$Ct._$AI(t,this,0)}}disconnected(){}reconnected(){}},kt=class{constructor(e){this.G=e}disconnect(){this.G=void 0}reconnect(e){this.G=e}deref(){return this.G}},At=class{constructor(){this.Y=void 0,this.Z=void 0}get(){return this.Y}pause(){this.Y??=new Promise(e=>this.Z=e)}resume(){this.Z?.(),this.Y=this.Z=void 0}},jt=e=>!_t(e)&&typeof e.then==`function`,Mt=1073741823,Nt=St(class extends Ot{constructor(){super(...arguments),this._$Cwt=Mt,this._$Cbt=[],this._$CK=new kt(this),this._$CX=new At}render(...e){return e.find(e=>!jt(e))??A}update(e,t){let n=this._$Cbt,r=n.length;this._$Cbt=t;let i=this._$CK,a=this._$CX;this.isConnected||this.disconnected();for(let e=0;e<t.length&&!(e>this._$Cwt);e++){let o=t[e];if(!jt(o))return this._$Cwt=e,o;e<r&&o===n[e]||(this._$Cwt=Mt,r=0,Promise.resolve(o).then(async e=>{for(;a.get();)await a.get();let t=i.deref();if(t!==void 0){let n=t._$Cbt.indexOf(o);n>-1&&n<t._$Cwt&&(t._$Cwt=n,t.setValue(e))}}))}return A}disconnected(){this._$CK.disconnect(),this._$CX.pause()}reconnected(){this._$CK.reconnect(this),this._$CX.resume()}}),Pt=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),Ft=function(e,t){return new URL(e,t).href},It={},Lt=function(e){return e.pathname.endsWith(`.css`)},Rt=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},G=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=Ft(t,n);let r=s(t),i=Lt(r);return Rt(It,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:Pt,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})};function K(e,t){let n=!1;return r=>n?t(r):Nt(e().then(()=>(n=!0,t(r))),k``)}var zt={people:{tab:`people`,render:K(()=>G(()=>import(`./people-page-Bm_PIZ6n.js`),__vite__mapDeps([0,1,2,3,4,5,6,7,8]),import.meta.url),()=>k`<people-page></people-page>`)},person:{tab:`people`,render:K(()=>G(()=>import(`./person-page-BSNCqtCH.js`),__vite__mapDeps([9,3,4,7,1,10,11,6,12,13,8,14,15,16,17,18]),import.meta.url),e=>k`<person-page .identityId=${e.path[1]??``}></person-page>`)},review:{tab:`review`,render:K(()=>G(()=>import(`./review-page-CxzmMPch.js`),__vite__mapDeps([19,3,4,15,7,1,17]),import.meta.url),()=>k`<review-page></review-page>`)},search:{tab:`search`,render:K(()=>G(()=>import(`./search-page-DW4V-F8y.js`),__vite__mapDeps([20,1,2,4,18,3,15,7,5,13,21,14,12,11]),import.meta.url),e=>k`<search-page .place=${e}></search-page>`)},map:{tab:`map`,render:K(()=>G(()=>import(`./map-page-F7tH3dDs.js`),__vite__mapDeps([22,13,3,4,8,14,1]),import.meta.url),()=>k`<map-page></map-page>`)},cameras:{tab:`cameras`,render:K(()=>G(()=>import(`./cameras-page-aByomhox.js`),__vite__mapDeps([23,1,18,4,14,7,10]),import.meta.url),()=>k`<cameras-page></cameras-page>`)},settings:{tab:`settings`,render:K(()=>G(()=>import(`./settings-page-Docftgo7.js`),__vite__mapDeps([24,11,4,21,5,16,17]),import.meta.url),()=>k`<settings-page></settings-page>`)}};function Bt(e){let[t=`people`,n]=e.path;return zt[t===`people`&&n!==void 0?`person`:t]??zt.people}var q=_`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 26px;
    line-height: 1.2;
    font-weight: 680;
    letter-spacing: -0.02em;
  }
  h2 {
    font-size: 18px;
    line-height: 1.3;
    font-weight: 640;
    letter-spacing: -0.01em;
  }
  h3 {
    font-size: 15px;
    line-height: 1.35;
    font-weight: 620;
  }
  a {
    color: var(--accent-text);
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 6px;
  }
  .muted {
    color: var(--ink-3);
  }
  .small {
    font-size: 13px;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .wrap {
    flex-wrap: wrap;
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  .stack {
    display: grid;
    gap: var(--gap);
    min-width: 0;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .card {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 18px 20px;
    min-width: 0;
  }
`,J=_`
  button,
  .button {
    font: inherit;
    font-weight: 560;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 10px;
    min-height: 40px;
    padding: 0 14px;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    cursor: pointer;
    text-decoration: none;
    white-space: nowrap;
    transition:
      background var(--quick),
      border-color var(--quick);
  }
  button:hover,
  .button:hover {
    background: var(--surface-2);
  }
  button:disabled,
  button[aria-disabled='true'] {
    color: var(--ink-3);
    background: var(--surface-2);
    cursor: not-allowed;
  }
  button.primary,
  .button.primary {
    background: var(--accent);
    border-color: transparent;
    color: var(--accent-ink);
  }
  button.primary:hover,
  .button.primary:hover {
    background: color-mix(in oklab, var(--accent), var(--ink) 14%);
  }
  button.primary:disabled {
    background: var(--surface-3);
    color: var(--ink-2);
  }
  button.danger {
    color: var(--bad);
  }
  button.danger.primary {
    background: var(--bad);
    color: var(--surface);
  }
  button.quiet,
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--ink-2);
  }
  button.quiet:hover,
  .button.quiet:hover {
    background: var(--surface-2);
    color: var(--ink);
  }
  button.icon,
  .button.icon {
    padding: 0;
    width: 40px;
    flex: none;
  }
  button[aria-pressed='true'] {
    background: var(--accent-soft);
    border-color: transparent;
    color: var(--accent-text);
  }
  kbd {
    font: 600 11px/1 var(--font);
    color: inherit;
    border: 1px solid currentColor;
    border-radius: 5px;
    padding: 3px 5px;
    min-width: 20px;
    text-align: center;
    opacity: 0.75;
  }
  @media (hover: none) {
    kbd {
      display: none;
    }
  }
`,Vt=_`
  input,
  select,
  textarea {
    font: inherit;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line-strong);
    border-radius: 10px;
    min-height: 40px;
    padding: 0 12px;
    min-width: 0;
    max-width: 100%;
  }
  input::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  input[type='checkbox'],
  input[type='radio'] {
    min-height: 0;
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--accent);
    flex: none;
  }
  input[type='range'] {
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--accent);
  }
  label.field {
    display: grid;
    gap: 5px;
    font-weight: 560;
    font-size: 14px;
    min-width: 0;
  }
  label.check {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 40px;
    cursor: pointer;
  }
`,Ht=_`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    border-radius: 999px;
    padding: 1px 9px;
    font-size: 12.5px;
    line-height: 20px;
    font-weight: 560;
    background: var(--surface-2);
    color: var(--ink-2);
    white-space: nowrap;
  }
  .chip.good {
    background: var(--good-soft);
    color: var(--good);
  }
  .chip.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .chip.bad {
    background: var(--bad-soft);
    color: var(--bad);
  }
  .chip.accent {
    background: var(--accent-soft);
    color: var(--accent-text);
  }
`,Ut=`M12,4A4,4 0 0,1 16,8A4,4 0 0,1 12,12A4,4 0 0,1 8,8A4,4 0 0,1 12,4M12,14C16.42,14 20,15.79 20,18V20H4V18C4,15.79 7.58,14 12,14Z`,Wt=`M18 16H14V18H18V20L21 17L18 14V16M11 4C8.8 4 7 5.8 7 8S8.8 12 11 12 15 10.2 15 8 13.2 4 11 4M11 14C6.6 14 3 15.8 3 18V20H12.5C12.2 19.2 12 18.4 12 17.5C12 16.3 12.3 15.2 12.9 14.1C12.3 14.1 11.7 14 11 14`,Gt=`M12,5.5A3.5,3.5 0 0,1 15.5,9A3.5,3.5 0 0,1 12,12.5A3.5,3.5 0 0,1 8.5,9A3.5,3.5 0 0,1 12,5.5M5,8C5.56,8 6.08,8.15 6.53,8.42C6.38,9.85 6.8,11.27 7.66,12.38C7.16,13.34 6.16,14 5,14A3,3 0 0,1 2,11A3,3 0 0,1 5,8M19,8A3,3 0 0,1 22,11A3,3 0 0,1 19,14C17.84,14 16.84,13.34 16.34,12.38C17.2,11.27 17.62,9.85 17.47,8.42C17.92,8.15 18.44,8 19,8M5.5,18.25C5.5,16.18 8.41,14.5 12,14.5C15.59,14.5 18.5,16.18 18.5,18.25V20H5.5V18.25M0,20V18.5C0,17.11 1.89,15.94 4.45,15.6C3.86,16.28 3.5,17.22 3.5,18.25V20H0M24,20H20.5V18.25C20.5,17.22 20.14,16.28 19.55,15.6C22.11,15.94 24,17.11 24,18.5V20Z`,Kt=`M2.75,7L4.03,5.75L13.26,15L20,21.72L18.73,23L15.73,20H4V17C4,15.14 6.61,13.92 9.09,13.36L2.75,7M20,17V19.18L18.1,17.28V17C18.1,16.74 17.6,16.35 16.8,16L14,13.18C16.71,13.63 20,14.91 20,17M5.9,17V18.1H13.83L10.72,15C8.19,15.3 5.9,16.45 5.9,17M12,4A4,4 0 0,1 16,8C16,9.95 14.6,11.58 12.75,11.93L8.07,7.25C8.42,5.4 10.05,4 12,4M12,6A2,2 0 0,0 10,8A2,2 0 0,0 12,10A2,2 0 0,0 14,8A2,2 0 0,0 12,6Z`,qt=`M15.5,12C18,12 20,14 20,16.5C20,17.38 19.75,18.21 19.31,18.9L22.39,22L21,23.39L17.88,20.32C17.19,20.75 16.37,21 15.5,21C13,21 11,19 11,16.5C11,14 13,12 15.5,12M15.5,14A2.5,2.5 0 0,0 13,16.5A2.5,2.5 0 0,0 15.5,19A2.5,2.5 0 0,0 18,16.5A2.5,2.5 0 0,0 15.5,14M10,4A4,4 0 0,1 14,8C14,8.91 13.69,9.75 13.18,10.43C12.32,10.75 11.55,11.26 10.91,11.9L10,12A4,4 0 0,1 6,8A4,4 0 0,1 10,4M2,20V18C2,15.88 5.31,14.14 9.5,14C9.18,14.78 9,15.62 9,16.5C9,17.79 9.38,19 10,20H2Z`,Jt=`M11,15H13V17H11V15M11,7H13V13H11V7M12,2C6.47,2 2,6.5 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M12,20A8,8 0 0,1 4,12A8,8 0 0,1 12,4A8,8 0 0,1 20,12A8,8 0 0,1 12,20Z`,Yt=`M20,11V13H8L13.5,18.5L12.08,19.92L4.16,12L12.08,4.08L13.5,5.5L8,11H20Z`,Xt=`M17,20.41L18.41,19L15,15.59L13.59,17M7.5,8H11V13.59L5.59,19L7,20.41L13,14.41V8H16.5L12,3.5`,Zt=`M14,4L16.29,6.29L13.41,9.17L14.83,10.59L17.71,7.71L20,10V4M10,4H4V10L6.29,7.71L11,12.41V20H13V11.59L7.71,6.29`,Qt=`M6.03 12.03L8.03 15.5L5.5 18.68L2 12.62L6.03 12.03M17 18V15.29C17.88 14.9 18.5 14.03 18.5 13C18.5 12.43 18.3 11.9 17.97 11.5L19.94 10.35C20.95 9.76 21.3 8.47 20.71 7.46L19.33 5.06C18.74 4.05 17.45 3.7 16.44 4.28L8.31 9C7.36 9.53 7.03 10.75 7.58 11.71L9.08 14.31C9.63 15.26 10.86 15.59 11.81 15.04L13.69 13.96C13.94 14.55 14.41 15.03 15 15.29V18C15 19.1 15.9 20 17 20H22V18H17Z`,$t=`M21,7L9,19L3.5,13.5L4.91,12.09L9,16.17L19.59,5.59L21,7Z`,en=`M12 2C6.5 2 2 6.5 2 12S6.5 22 12 22 22 17.5 22 12 17.5 2 12 2M12 20C7.59 20 4 16.41 4 12S7.59 4 12 4 20 7.59 20 12 16.41 20 12 20M16.59 7.58L10 14.17L7.41 11.59L6 13L10 17L18 9L16.59 7.58Z`,tn=`M20,2H8A2,2 0 0,0 6,4V16A2,2 0 0,0 8,18H20A2,2 0 0,0 22,16V4A2,2 0 0,0 20,2M20,16H8V4H20V16M16,20V22H4A2,2 0 0,1 2,20V7H4V20H16M18.53,8.06L17.47,7L12.59,11.88L10.47,9.76L9.41,10.82L12.59,14L18.53,8.06Z`,nn=`M15.41,16.58L10.83,12L15.41,7.41L14,6L8,12L14,18L15.41,16.58Z`,rn=`M8.59,16.58L13.17,12L8.59,7.41L10,6L16,12L10,18L8.59,16.58Z`,an=`M19,6.41L17.59,5L12,10.59L6.41,5L5,6.41L10.59,12L5,17.59L6.41,19L12,13.41L17.59,19L19,17.59L13.41,12L19,6.41Z`,on=`M19.8 22.6L17.15 20H6.5Q4.2 20 2.6 18.4T1 14.5Q1 12.58 2.19 11.08 3.38 9.57 5.25 9.15 5.33 8.95 5.4 8.76 5.5 8.57 5.55 8.35L1.4 4.2L2.8 2.8L21.2 21.2M6.5 18H15.15L7.1 9.95Q7.05 10.23 7.03 10.5 7 10.73 7 11H6.5Q5.05 11 4.03 12.03 3 13.05 3 14.5 3 15.95 4.03 17 5.05 18 6.5 18M11.13 14M21.6 18.75L20.15 17.35Q20.58 17 20.79 16.54 21 16.08 21 15.5 21 14.45 20.27 13.73 19.55 13 18.5 13H17V11Q17 8.93 15.54 7.46 14.08 6 12 6 11.33 6 10.7 6.16 10.07 6.33 9.5 6.68L8.05 5.23Q8.93 4.63 9.91 4.31 10.9 4 12 4 14.93 4 16.96 6.04 19 8.07 19 11 20.73 11.2 21.86 12.5 23 13.78 23 15.5 23 16.5 22.63 17.31 22.25 18.15 21.6 18.75M14.83 12.03Z`,sn=`M12,8A4,4 0 0,1 16,12A4,4 0 0,1 12,16A4,4 0 0,1 8,12A4,4 0 0,1 12,8M12,10A2,2 0 0,0 10,12A2,2 0 0,0 12,14A2,2 0 0,0 14,12A2,2 0 0,0 12,10M10,22C9.75,22 9.54,21.82 9.5,21.58L9.13,18.93C8.5,18.68 7.96,18.34 7.44,17.94L4.95,18.95C4.73,19.03 4.46,18.95 4.34,18.73L2.34,15.27C2.21,15.05 2.27,14.78 2.46,14.63L4.57,12.97L4.5,12L4.57,11L2.46,9.37C2.27,9.22 2.21,8.95 2.34,8.73L4.34,5.27C4.46,5.05 4.73,4.96 4.95,5.05L7.44,6.05C7.96,5.66 8.5,5.32 9.13,5.07L9.5,2.42C9.54,2.18 9.75,2 10,2H14C14.25,2 14.46,2.18 14.5,2.42L14.87,5.07C15.5,5.32 16.04,5.66 16.56,6.05L19.05,5.05C19.27,4.96 19.54,5.05 19.66,5.27L21.66,8.73C21.79,8.95 21.73,9.22 21.54,9.37L19.43,11L19.5,12L19.43,13L21.54,14.63C21.73,14.78 21.79,15.05 21.66,15.27L19.66,18.73C19.54,18.95 19.27,19.04 19.05,18.95L16.56,17.95C16.04,18.34 15.5,18.68 14.87,18.93L14.5,21.58C14.46,21.82 14.25,22 14,22H10M11.25,4L10.88,6.61C9.68,6.86 8.62,7.5 7.85,8.39L5.44,7.35L4.69,8.65L6.8,10.2C6.4,11.37 6.4,12.64 6.8,13.8L4.68,15.36L5.43,16.66L7.86,15.62C8.63,16.5 9.68,17.14 10.87,17.38L11.24,20H12.76L13.13,17.39C14.32,17.14 15.37,16.5 16.14,15.62L18.57,16.66L19.32,15.36L17.2,13.81C17.6,12.64 17.6,11.37 17.2,10.2L19.31,8.65L18.56,7.35L16.15,8.39C15.38,7.5 14.32,6.86 13.12,6.62L12.75,4H11.25Z`,cn=`M4,2A2,2 0 0,0 2,4V16A2,2 0 0,0 4,18H8V21A1,1 0 0,0 9,22H9.5V22C9.75,22 10,21.9 10.2,21.71L13.9,18H20A2,2 0 0,0 22,16V4C22,2.89 21.1,2 20,2H4M4,4H20V16H13.08L10,19.08V16H4V4M12.19,5.5C11.3,5.5 10.59,5.68 10.05,6.04C9.5,6.4 9.22,7 9.27,7.69C0.21,7.69 6.57,7.69 11.24,7.69C11.24,7.41 11.34,7.2 11.5,7.06C11.7,6.92 11.92,6.85 12.19,6.85C12.5,6.85 12.77,6.93 12.95,7.11C13.13,7.28 13.22,7.5 13.22,7.8C13.22,8.08 13.14,8.33 13,8.54C12.83,8.76 12.62,8.94 12.36,9.08C11.84,9.4 11.5,9.68 11.29,9.92C11.1,10.16 11,10.5 11,11H13C13,10.72 13.05,10.5 13.14,10.32C13.23,10.15 13.4,10 13.66,9.85C14.12,9.64 14.5,9.36 14.79,9C15.08,8.63 15.23,8.24 15.23,7.8C15.23,7.1 14.96,6.54 14.42,6.12C13.88,5.71 13.13,5.5 12.19,5.5M11,12V14H13V12H11Z`,ln=`M19,21H8V7H19M19,5H8A2,2 0 0,0 6,7V21A2,2 0 0,0 8,23H19A2,2 0 0,0 21,21V7A2,2 0 0,0 19,5M16,1H4A2,2 0 0,0 2,3V17H4V3H16V1Z`,un=`M15,9H5V5H15M12,19A3,3 0 0,1 9,16A3,3 0 0,1 12,13A3,3 0 0,1 15,16A3,3 0 0,1 12,19M17,3H5C3.89,3 3,3.9 3,5V19A2,2 0 0,0 5,21H19A2,2 0 0,0 21,19V7L17,3Z`,dn=`M12,8A4,4 0 0,1 16,12A4,4 0 0,1 12,16A4,4 0 0,1 8,12A4,4 0 0,1 12,8M3.05,13H1V11H3.05C3.5,6.83 6.83,3.5 11,3.05V1H13V3.05C17.17,3.5 20.5,6.83 20.95,11H23V13H20.95C20.5,17.17 17.17,20.5 13,20.95V23H11V20.95C6.83,20.5 3.5,17.17 3.05,13M12,5A7,7 0 0,0 5,12A7,7 0 0,0 12,19A7,7 0 0,0 19,12A7,7 0 0,0 12,5Z`,fn=`M6,19A2,2 0 0,0 8,21H16A2,2 0 0,0 18,19V7H6V19M8,9H16V19H8V9M15.5,4L14.5,3H9.5L8.5,4H5V6H19V4H15.5Z`,pn=`M12,16A2,2 0 0,1 14,18A2,2 0 0,1 12,20A2,2 0 0,1 10,18A2,2 0 0,1 12,16M12,10A2,2 0 0,1 14,12A2,2 0 0,1 12,14A2,2 0 0,1 10,12A2,2 0 0,1 12,10M12,4A2,2 0 0,1 14,6A2,2 0 0,1 12,8A2,2 0 0,1 10,6A2,2 0 0,1 12,4Z`,mn=`M12,1L8,5H11V14H13V5H16M18,23H6C4.89,23 4,22.1 4,21V9A2,2 0 0,1 6,7H9V9H6V21H18V9H15V7H18A2,2 0 0,1 20,9V21A2,2 0 0,1 18,23Z`,hn=`M2,5.27L3.28,4L20,20.72L18.73,22L15.65,18.92C14.5,19.3 13.28,19.5 12,19.5C7,19.5 2.73,16.39 1,12C1.69,10.24 2.79,8.69 4.19,7.46L2,5.27M12,9A3,3 0 0,1 15,12C15,12.35 14.94,12.69 14.83,13L11,9.17C11.31,9.06 11.65,9 12,9M12,4.5C17,4.5 21.27,7.61 23,12C22.18,14.08 20.79,15.88 19,17.19L17.58,15.76C18.94,14.82 20.06,13.54 20.82,12C19.17,8.64 15.76,6.5 12,6.5C10.91,6.5 9.84,6.68 8.84,7L7.3,5.47C8.74,4.85 10.33,4.5 12,4.5M3.18,12C4.83,15.36 8.24,17.5 12,17.5C12.69,17.5 13.37,17.43 14,17.29L11.72,15C10.29,14.85 9.15,13.71 9,12.28L5.6,8.87C4.61,9.72 3.78,10.78 3.18,12Z`,gn=`M12,9A3,3 0 0,1 15,12A3,3 0 0,1 12,15A3,3 0 0,1 9,12A3,3 0 0,1 12,9M12,4.5C17,4.5 21.27,7.61 23,12C21.27,16.39 17,19.5 12,19.5C7,19.5 2.73,16.39 1,12C2.73,7.61 7,4.5 12,4.5M3.18,12C4.83,15.36 8.24,17.5 12,17.5C15.76,17.5 19.17,15.36 20.82,12C19.17,8.64 15.76,6.5 12,6.5C8.24,6.5 4.83,8.64 3.18,12Z`,_n=`M10,5V10H9V5H5V13H9V12H10V17H9V14H5V19H12V17H13V19H19V17H21V21H3V3H21V15H19V10H13V15H12V9H19V5H10Z`,vn=`M12 4A3.5 3.5 0 0 0 8.5 7.5H10.5A1.5 1.5 0 0 1 12 6A1.5 1.5 0 0 1 13.5 7.5A1.5 1.5 0 0 1 12 9C11.45 9 11 9.45 11 10V11.75L2.4 18.2A1 1 0 0 0 3 20H21A1 1 0 0 0 21.6 18.2L13 11.75V10.85A3.5 3.5 0 0 0 15.5 7.5A3.5 3.5 0 0 0 12 4M12 13.5L18 18H6Z`,yn=`M13.5,8H12V13L16.28,15.54L17,14.33L13.5,12.25V8M13,3A9,9 0 0,0 4,12H1L4.96,16.03L9,12H6A7,7 0 0,1 13,5A7,7 0 0,1 20,12A7,7 0 0,1 13,19C11.07,19 9.32,18.21 8.06,16.94L6.64,18.36C8.27,20 10.5,21 13,21A9,9 0 0,0 22,12A9,9 0 0,0 13,3`,bn=`M22 20.7L3.3 2L2 3.3L3 4.3V19C3 20.1 3.9 21 5 21H19.7L20.7 22L22 20.7M5 19V6.3L12.6 13.9L11.1 15.8L9 13.1L6 17H15.7L17.7 19H5M8.8 5L6.8 3H19C20.1 3 21 3.9 21 5V17.2L19 15.2V5H8.8`,xn=`M15.5,9C16.2,9 16.79,8.76 17.27,8.27C17.76,7.79 18,7.2 18,6.5C18,5.83 17.76,5.23 17.27,4.73C16.79,4.23 16.2,4 15.5,4C14.83,4 14.23,4.23 13.73,4.73C13.23,5.23 13,5.83 13,6.5C13,7.2 13.23,7.79 13.73,8.27C14.23,8.76 14.83,9 15.5,9M19.31,8.91L22.41,12L21,13.41L17.86,10.31C17.08,10.78 16.28,11 15.47,11C14.22,11 13.16,10.58 12.3,9.7C11.45,8.83 11,7.77 11,6.5C11,5.27 11.45,4.2 12.33,3.33C13.2,2.45 14.27,2 15.5,2C16.77,2 17.83,2.45 18.7,3.33C19.58,4.2 20,5.27 20,6.5C20,7.33 19.78,8.13 19.31,8.91M16.5,18H5.5L8.25,14.5L10.22,16.83L12.94,13.31L16.5,18M18,13L20,15V20C20,20.55 19.81,21 19.41,21.4C19,21.79 18.53,22 18,22H4C3.45,22 3,21.79 2.6,21.4C2.21,21 2,20.55 2,20V6C2,5.47 2.21,5 2.6,4.59C3,4.19 3.45,4 4,4H9.5C9.2,4.64 9.03,5.31 9,6H4V20H18V13Z`,Sn=`M9.5,3A6.5,6.5 0 0,1 16,9.5C16,11.11 15.41,12.59 14.44,13.73L14.71,14H15.5L20.5,19L19,20.5L14,15.5V14.71L13.73,14.44C12.59,15.41 11.11,16 9.5,16A6.5,6.5 0 0,1 3,9.5A6.5,6.5 0 0,1 9.5,3M9.5,5C7,5 5,7 5,9.5C5,12 7,14 9.5,14C12,14 14,12 14,9.5C14,7 12,5 9.5,5Z`,Cn=`M18 16H17.42L16.61 15.19C17.5 14 18 12.5 18 11C18 7.13 14.87 4 11 4C9.5 4 8 4.5 6.79 5.4C3.7 7.72 3.07 12.11 5.39 15.2C7.71 18.29 12.1 18.92 15.19 16.6L16 17.41V18L21 23L23 21L18 16M11 16C8.24 16 6 13.76 6 11S8.24 6 11 6 16 8.24 16 11 13.76 16 11 16M3 6L1 8V1H8L6 3H3V6M21 1V8L19 6V3H16L14 1H21M6 19L8 21H1V14L3 16V19H6Z`,wn=`M15.5,14H14.71L14.43,13.73C15.41,12.59 16,11.11 16,9.5A6.5,6.5 0 0,0 9.5,3A6.5,6.5 0 0,0 3,9.5A6.5,6.5 0 0,0 9.5,16C11.11,16 12.59,15.41 13.73,14.43L14,14.71V15.5L19,20.5L20.5,19L15.5,14M9.5,14C7,14 5,12 5,9.5C5,7 7,5 9.5,5C12,5 14,7 14,9.5C14,12 12,14 9.5,14M7,9H12V10H7V9Z`,Tn=`M15.5,14L20.5,19L19,20.5L14,15.5V14.71L13.73,14.43C12.59,15.41 11.11,16 9.5,16A6.5,6.5 0 0,1 3,9.5A6.5,6.5 0 0,1 9.5,3A6.5,6.5 0 0,1 16,9.5C16,11.11 15.41,12.59 14.43,13.73L14.71,14H15.5M9.5,14C12,14 14,12 14,9.5C14,7 12,5 9.5,5C7,5 5,7 5,9.5C5,12 7,14 9.5,14M12,10H10V12H9V10H7V9H9V7H10V9H12V10Z`,En=`M16.37,16.1L11.75,11.47L11.64,11.36L3.27,3L2,4.27L5.18,7.45C5.06,7.95 5,8.46 5,9C5,14.25 12,22 12,22C12,22 13.67,20.15 15.37,17.65L18.73,21L20,19.72M12,6.5A2.5,2.5 0 0,1 14.5,9C14.5,9.73 14.17,10.39 13.67,10.85L17.3,14.5C18.28,12.62 19,10.68 19,9A7,7 0 0,0 12,2C10,2 8.24,2.82 6.96,4.14L10.15,7.33C10.61,6.82 11.26,6.5 12,6.5Z`,Dn=`M18,15A3,3 0 0,1 21,18A3,3 0 0,1 18,21C16.69,21 15.58,20.17 15.17,19H14V17H15.17C15.58,15.83 16.69,15 18,15M18,17A1,1 0 0,0 17,18A1,1 0 0,0 18,19A1,1 0 0,0 19,18A1,1 0 0,0 18,17M18,8A1.43,1.43 0 0,0 19.43,6.57C19.43,5.78 18.79,5.14 18,5.14C17.21,5.14 16.57,5.78 16.57,6.57A1.43,1.43 0 0,0 18,8M18,2.57A4,4 0 0,1 22,6.57C22,9.56 18,14 18,14C18,14 14,9.56 14,6.57A4,4 0 0,1 18,2.57M8.83,17H10V19H8.83C8.42,20.17 7.31,21 6,21A3,3 0 0,1 3,18C3,16.69 3.83,15.58 5,15.17V14H7V15.17C7.85,15.47 8.53,16.15 8.83,17M6,17A1,1 0 0,0 5,18A1,1 0 0,0 6,19A1,1 0 0,0 7,18A1,1 0 0,0 6,17M6,3A3,3 0 0,1 9,6C9,7.31 8.17,8.42 7,8.83V10H5V8.83C3.83,8.42 3,7.31 3,6A3,3 0 0,1 6,3M6,5A1,1 0 0,0 5,6A1,1 0 0,0 6,7A1,1 0 0,0 7,6A1,1 0 0,0 6,5M11,19V17H13V19H11M7,13H5V11H7V13Z`,On=`M15 17H18V14H20V17H23V19H20V22H18V19H15V17M9 6.5C10.4 6.5 11.5 7.6 11.5 9S10.4 11.5 9 11.5 6.5 10.4 6.5 9 7.6 6.5 9 6.5M9 2C12.9 2 16 5.1 16 9C16 14.2 9 22 9 22S2 14.2 2 9C2 5.1 5.1 2 9 2M9 4C6.2 4 4 6.2 4 9C4 10 4 12 9 18.7C14 12 14 10 14 9C14 6.2 11.8 4 9 4Z`,kn=`M20.5,3L20.34,3.03L15,5.1L9,3L3.36,4.9C3.15,4.97 3,5.15 3,5.38V20.5A0.5,0.5 0 0,0 3.5,21L3.66,20.97L9,18.9L15,21L20.64,19.1C20.85,19.03 21,18.85 21,18.62V3.5A0.5,0.5 0 0,0 20.5,3M10,5.47L14,6.87V18.53L10,17.13V5.47M5,6.46L8,5.45V17.15L5,18.31V6.46M19,17.54L16,18.55V6.86L19,5.7V17.54Z`,An=`M11.4 8.2H15V10H13.2L11.4 8.2M19.67 1H18.33C18.33 3.58 20.42 5.67 23 5.67V4.33C21.16 4.33 19.67 2.84 19.67 1M21 1C21 2.11 21.9 3 23 3V1H21M17 1H15.67C15.67 5.05 18.95 8.33 23 8.33V7C19.69 7 17 4.31 17 1M10 3.8C11 3.8 11.8 3 11.8 2S11 .2 10 .2 8.2 1 8.2 2 9 3.8 10 3.8M2.39 1.73L1.11 3L3.46 5.35L2 5.8V11H3.8V7.33L5.05 6.94L5.68 7.57L2 22H3.8L6.67 13.89L9 17V22H10.8V15.59L8.31 11.05L8.5 10.37L20.84 22.73L22.11 21.46L2.39 1.73M9.38 4.87C9.08 4.37 8.54 4.03 7.92 4.03C7.75 4.03 7.58 4.06 7.42 4.11L7.34 4.14L11.35 8.15L9.38 4.87Z`,jn=`M14,3V5H17.59L7.76,14.83L9.17,16.24L19,6.41V10H21V3M19,19H5V5H12V3H5C3.89,3 3,3.9 3,5V19A2,2 0 0,0 5,21H19A2,2 0 0,0 21,19V12H19V19Z`,Mn=`M14,19H18V5H14M6,19H10V5H6V19Z`,Nn=`M14.06,9L15,9.94L5.92,19H5V18.08L14.06,9M17.66,3C17.41,3 17.15,3.1 16.96,3.29L15.13,5.12L18.88,8.87L20.71,7.04C21.1,6.65 21.1,6 20.71,5.63L18.37,3.29C18.17,3.09 17.92,3 17.66,3M14.06,6.19L3,17.25V21H6.75L17.81,9.94L14.06,6.19Z`,Pn=`M8,5.14V19.14L19,12.14L8,5.14Z`,Fn=`M19,13H13V19H11V13H5V11H11V5H13V11H19V13Z`,In=`M1.39,18.36L3.16,16.6L4.58,18L5.64,16.95L4.22,15.54L5.64,14.12L8.11,16.6L9.17,15.54L6.7,13.06L8.11,11.65L9.53,13.06L10.59,12L9.17,10.59L10.59,9.17L13.06,11.65L14.12,10.59L11.65,8.11L13.06,6.7L14.47,8.11L15.54,7.05L14.12,5.64L15.54,4.22L18,6.7L19.07,5.64L16.6,3.16L18.36,1.39L22.61,5.64L5.64,22.61L1.39,18.36Z`,Ln=`M19.31 18.9C19.75 18.21 20 17.38 20 16.5C20 14 18 12 15.5 12S11 14 11 16.5 13 21 15.5 21C16.37 21 17.19 20.75 17.88 20.32L21 23.39L22.39 22L19.31 18.9M15.5 19C14.12 19 13 17.88 13 16.5S14.12 14 15.5 14 18 15.12 18 16.5 16.88 19 15.5 19M21 9H19V7H21V9M21 5H19V3H20C20.55 3 21 3.45 21 4V5M19 11.03V11H21V13H20.97C20.46 12.21 19.79 11.54 19 11.03M17 5H15V3H17V5M13 5H11V3H13V5M3 7H5V9H3V7M7 19H9V21H7V19M3 11H5V13H3V11M4 3H5V5H3V4C3 3.45 3.45 3 4 3M9 5H7V3H9V5M3 19H5V21H4C3.45 21 3 20.55 3 20V19M3 15H5V17H3V15Z`,Rn=`M16,18H18V6H16M6,18L14.5,12L6,6V18Z`,zn=`M21,9L17,5V8H10V10H17V13M7,11L3,15L7,19V16H14V14H7V11Z`,Bn=`M18,11H14.82C14.4,9.84 13.3,9 12,9C10.7,9 9.6,9.84 9.18,11H6C5.67,11 4,10.9 4,9V8C4,6.17 5.54,6 6,6H16.18C16.6,7.16 17.7,8 19,8A3,3 0 0,0 22,5A3,3 0 0,0 19,2C17.7,2 16.6,2.84 16.18,4H6C4.39,4 2,5.06 2,8V9C2,11.94 4.39,13 6,13H9.18C9.6,14.16 10.7,15 12,15C13.3,15 14.4,14.16 14.82,13H18C18.33,13 20,13.1 20,15V16C20,17.83 18.46,18 18,18H7.82C7.4,16.84 6.3,16 5,16A3,3 0 0,0 2,19A3,3 0 0,0 5,22C6.3,22 7.4,21.16 7.82,20H18C19.61,20 22,18.93 22,16V15C22,12.07 19.61,11 18,11M19,4A1,1 0 0,1 20,5A1,1 0 0,1 19,6A1,1 0 0,1 18,5A1,1 0 0,1 19,4M5,20A1,1 0 0,1 4,19A1,1 0 0,1 5,18A1,1 0 0,1 6,19A1,1 0 0,1 5,20Z`,Vn=`M12.5,8C9.85,8 7.45,9 5.6,10.6L2,7V16H11L7.38,12.38C8.77,11.22 10.54,10.5 12.5,10.5C16.04,10.5 19.05,12.81 20.1,16L22.47,15.22C21.08,11.03 17.15,8 12.5,8Z`,Hn=`M9,16V10H5L12,3L19,10H15V16H9M5,20V18H19V20H5Z`;function Y(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var Un=class extends I{constructor(...e){super(...e),this.path=``}static{this.styles=_`
    :host {
      display: inline-flex;
      flex: none;
    }
    svg {
      width: var(--icon-size, 20px);
      height: var(--icon-size, 20px);
      fill: currentColor;
      display: block;
    }
  `}render(){return qe`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${this.path}></path></svg>`}};Y([R()],Un.prototype,`path`,void 0),Un=Y([L(`fr-icon`)],Un);var X=class extends I{constructor(...e){super(...e),this.icon=Jt,this.heading=``,this.text=``,this.error=null}static{this.styles=[q,J,_`
      :host {
        display: block;
      }
      .notice {
        display: grid;
        justify-items: center;
        gap: 10px;
        text-align: center;
        padding: 48px 20px;
        color: var(--ink-2);
      }
      fr-icon {
        --icon-size: 40px;
        color: var(--ink-3);
        margin-bottom: 4px;
      }
      h2 {
        color: var(--ink);
      }
      p {
        max-width: 52ch;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 10px;
        margin-top: 8px;
      }
    `]}render(){let{error:e}=this;return k`<div class="notice" role=${e?`alert`:j}>
      <fr-icon path=${this.icon}></fr-icon>
      <h2>${this.heading||B(`error.title`)}</h2>
      <p>${e?e.message:this.text}</p>
      <div class="actions">
        ${e?k`<button @click=${()=>this.dispatchEvent(new CustomEvent(`again`))}>
                ${B(`action.again`)}</button
              ><button class="quiet" @click=${()=>void this.#e()}>
                <fr-icon path=${ln}></fr-icon>${B(`error.copy`)}
              </button>`:j}
        <slot></slot>
      </div>
    </div>`}async#e(){let{error:e}=this;e&&await navigator.clipboard?.writeText(`${e.code} (${e.status}): ${e.message}`)}};Y([R()],X.prototype,`icon`,void 0),Y([R()],X.prototype,`heading`,void 0),Y([R()],X.prototype,`text`,void 0),Y([R({attribute:!1})],X.prototype,`error`,void 0),X=Y([L(`fr-notice`)],X);var Z=class extends I{};Y([me({context:V})],Z.prototype,`services`,void 0);var Wn=class extends Z{constructor(){super(),H(this,()=>[this.services.toasts])}static{this.styles=[q,J,_`
      :host {
        position: fixed;
        left: 0;
        right: 0;
        bottom: calc(var(--bar-height, 0px) + 16px + env(safe-area-inset-bottom));
        display: grid;
        justify-items: center;
        gap: 8px;
        pointer-events: none;
        z-index: 20;
        padding: 0 12px;
      }
      .toast {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 6px;
        background: #20252e;
        color: #f3f5f8;
        border-radius: 12px;
        padding: 4px 4px 4px 18px;
        box-shadow: var(--shadow-2);
        max-width: 560px;
        min-height: 48px;
        animation: rise 180ms ease-out;
      }
      .toast.error {
        background: #7c1820;
      }
      button {
        background: transparent;
        border: 0;
        color: #b9ccff;
      }
      button:hover {
        background: rgb(255 255 255 / 12%);
      }
      .toast.error button,
      button.icon {
        color: inherit;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(10px);
        }
      }
    `]}render(){let{toasts:e}=this.services;return k`<div role="status" aria-live="polite" class="stack">
      ${e.state.toasts.map(t=>k`<div class="toast ${t.kind}">
            <span class="grow">${t.text}</span>
            ${t.decisions.length?k`<button @click=${()=>void e.undo(t,B(`undo.done`))}>
                  ${B(`action.undo`)} <kbd>U</kbd>
                </button>`:j}
            <button class="icon" aria-label=${B(`action.close`)} @click=${()=>e.dismiss(t.id)}>
              <fr-icon path=${an}></fr-icon>
            </button>
          </div>`)}
    </div>`}};Wn=Y([L(`fr-toasts`)],Wn);var Gn=new Map;function Kn(e,t){let n=Qn(t).formatToParts(e*1e3),r=e=>Number(n.find(t=>t.type===e)?.value??0);return{year:r(`year`),month:r(`month`),day:r(`day`),hour:r(`hour`),minute:r(`minute`),second:r(`second`)}}function qn(e,t){let{year:n,month:r,day:i}=Kn(e,t);return`${String(n).padStart(4,`0`)}-${$n(r)}-${$n(i)}`}function Jn(e,t){let[n=0,r=1,i=1]=e.split(`-`).map(Number);return new Date(Date.UTC(n,r-1,i+t)).toISOString().slice(0,10)}function Yn(e,t){let[n=0,r=1,i=1]=e.split(`-`).map(Number),a=Date.UTC(n,r-1,i)/1e3;return a-Zn(a-Zn(a,t),t)}function Xn(e,t){return[Yn(e,t),Yn(Jn(e,1),t)]}function Zn(e,t){let n=Kn(e,t),r=Date.UTC(n.year,n.month-1,n.day,n.hour,n.minute,n.second);return Math.round(r/1e3-Math.floor(e))}function Qn(e){let t=e??``,n=Gn.get(t);return n===void 0&&(n=new Intl.DateTimeFormat(`en-GB`,{timeZone:e,year:`numeric`,month:`2-digit`,day:`2-digit`,hour:`2-digit`,minute:`2-digit`,second:`2-digit`,hourCycle:`h23`}),Gn.set(t,n)),n}function $n(e){return String(e).padStart(2,`0`)}function er(e,t,n=!1){let r=Kn(e,t);return(n?[r.hour,r.minute,r.second]:[r.hour,r.minute]).map(e=>String(e).padStart(2,`0`)).join(`:`)}function Q(e){let t=Math.max(0,Math.round(e)),n=[Math.floor(t/60),t%60];return t>=3600&&n.splice(0,1,Math.floor(t/3600),Math.floor(t/60)%60),n.map((e,t)=>t?String(e).padStart(2,`0`):e).join(`:`)}function tr(e){let t=Math.abs(e);return t<60?{value:Math.round(t),unit:`second`}:t<3600?{value:Math.round(t/60),unit:`minute`}:t<86400?{value:Math.round(t/3600),unit:`hour`}:{value:Math.round(t/86400),unit:`day`}}function nr(e,t){let{value:n,unit:r}=tr(e);return new Intl.RelativeTimeFormat(t,{numeric:`auto`}).format(-n,r)}function rr(e){let t=Math.round(e);return`${t<0?`−`:`+`}${Q(Math.abs(t))}`}function ir(e,t,n,r,i){let a=qn(t,n);if(e===a)return i.today;if(e===Jn(a,-1))return i.yesterday;let[o=0,s=1,c=1]=e.split(`-`).map(Number),l=a.startsWith(String(o));return new Intl.DateTimeFormat(r,{timeZone:`UTC`,weekday:`short`,day:`numeric`,month:`short`,...l?{}:{year:`numeric`}}).format(Date.UTC(o,s-1,c))}function ar(e){return e<45?B(`time.now`):nr(e,`en`)}function or(e){let{value:t,unit:n}=tr(e);return ft(`time.${n}`,t)}function sr(e){return e<0?B(`route.overlap`,{time:Q(-e)}):e>300?B(`route.unseen`,{time:or(e)}):B(`route.walked`,{time:Q(e)})}function cr(e){let t=e.replaceAll(/[_-]+/g,` `);return t.charAt(0).toUpperCase()+t.slice(1)}var lr=class extends Z{#e=0;constructor(){super(),H(this,()=>[this.services.site])}static{this.styles=[q,J,Ht,_`
      header {
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 14px 32px 0;
        max-width: 1480px;
        margin-inline: auto;
        min-height: 44px;
        color: var(--ink-3);
        font-size: 14px;
        justify-content: flex-end;
      }
      .site {
        margin-right: auto;
        display: flex;
        gap: 8px;
        min-width: 0;
      }
      a {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        color: inherit;
        text-decoration: none;
        border-radius: 8px;
        padding: 4px 8px;
        margin-right: -8px;
      }
      a:hover {
        background: var(--surface-2);
      }
      .pause {
        min-height: 32px;
        padding: 0 10px;
        font-weight: 500;
        color: var(--ink-3);
        --icon-size: 18px;
      }
      .pause[aria-pressed='true'] {
        background: var(--warn-soft);
        color: var(--warn);
      }
      .dot {
        width: 9px;
        height: 9px;
        border-radius: 50%;
        background: var(--ink-3);
      }
      .dot.ok {
        background: var(--good);
      }
      .dot.degraded,
      .dot.starting {
        background: var(--warn);
      }
      .dot.offline {
        background: var(--bad);
      }
      .banner {
        display: flex;
        gap: 10px;
        align-items: center;
        margin: 12px 32px 0;
        padding: 10px 14px;
        background: var(--warn-soft);
        color: var(--warn);
        border-radius: 11px;
      }
      @media (max-width: 700px) {
        header {
          padding: 10px 16px 0;
        }
        .banner {
          margin: 10px 16px 0;
        }
      }
    `]}connectedCallback(){super.connectedCallback(),this.#e=window.setInterval(()=>this.requestUpdate(),1e4)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#e)}render(){let{site:e}=this.services,{live:t,session:n,info:r}=e.state;return k`<header>
        <span class="site cut">${r?.instance===`main`?j:r?.instance}</span>
        ${n?.user?k`<span class="cut">${n.user}</span>`:j}
        <time class="numbers" title=${e.zone??``}>${er(e.now_s(),e.zone)}</time>
        ${this.#n()} ${this.#t()}
      </header>
      ${t?this.#a():this.#i()}`}#t(){let{health:e,live:t}=this.services.site.state,n=t?e?.status??`starting`:`offline`,r=B(`health.${n}`);return k`<a href="#/settings" aria-label=${`${B(`nav.settings`)}: ${r}`}
      ><span class="dot ${n}"></span>${r}</a
    >`}#n(){let{health:e,live:t}=this.services.site.state,n=e?.paused;return n===void 0?j:k`<button
      class="quiet pause"
      aria-pressed=${n}
      ?disabled=${!t}
      @click=${()=>void this.#r(!n)}
    >
      <fr-icon path=${n?Pn:Mn}></fr-icon
      ><span>${B(n?`pause.resume`:`pause.pause`)}</span>
    </button>`}async#r(e){let{api:t,site:n,toasts:r}=this.services;try{await t.patch(`settings/matching`,{paused:e}),await n.refresh(),r.done(B(e?`pause.paused`:`pause.resumed`))}catch(e){r.failed(e)}}#i(){let{heard_ms:e}=this.services.site.state;return k`<div class="banner" role="status">
      <fr-icon path=${on}></fr-icon>
      <span>${B(`offline.banner`,{age:or((Date.now()-e)/1e3)})}</span>
    </div>`}#a(){let{health:e}=this.services.site.state,t=[...e?.mqtt??[],...e?.frigate??[]].find(e=>e.problem)?.problem;return t?k`<div class="banner" role="status"><span>${t}</span></div>`:j}};lr=Y([L(`fr-header`)],lr);var ur=[{tab:`people`,icon:Gt},{tab:`search`,icon:qt},{tab:`review`,icon:cn},{tab:`map`,icon:kn},{tab:`cameras`,icon:Qt},{tab:`settings`,icon:sn}],dr=class extends Z{constructor(){super(),this.current=`people`,H(this,()=>[this.services.site])}static{this.styles=[q,_`
      nav {
        position: sticky;
        top: 0;
        height: 100dvh;
        padding: 22px 14px;
        display: flex;
        flex-direction: column;
        gap: 4px;
        border-right: 1px solid var(--line);
        background: var(--surface);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 11px;
        font-weight: 680;
        font-size: 16px;
        letter-spacing: -0.01em;
        padding: 2px 10px 22px;
        color: var(--ink);
        text-decoration: none;
        white-space: nowrap;
      }
      .brand svg {
        width: 30px;
        height: 30px;
        flex: none;
      }
      nav > a:not(.brand) {
        display: flex;
        align-items: center;
        gap: 13px;
        min-height: 44px;
        padding: 0 12px;
        border-radius: 11px;
        color: var(--ink-2);
        font-weight: 560;
        text-decoration: none;
        position: relative;
        --icon-size: 22px;
      }
      nav > a:not(.brand):hover {
        background: var(--surface-2);
      }
      nav > a[aria-current]:not(.brand) {
        background: var(--accent-soft);
        color: var(--accent-text);
      }
      .badge {
        margin-left: auto;
        min-width: 22px;
        padding: 0 6px;
        border-radius: 999px;
        background: var(--accent);
        color: var(--accent-ink);
        font-size: 12px;
        line-height: 22px;
        font-weight: 660;
        text-align: center;
      }
      @media (max-width: 1000px) {
        .brand span {
          display: none;
        }
        .brand {
          padding: 2px 8px 22px;
        }
        nav > a:not(.brand) {
          flex-direction: column;
          justify-content: center;
          gap: 2px;
          padding: 7px 0;
          font-size: 11px;
          line-height: 1.2;
        }
        .badge {
          position: absolute;
          top: 3px;
          right: 2px;
          min-width: 18px;
          line-height: 18px;
          font-size: 11px;
          padding: 0 4px;
        }
      }
      @media (max-width: 700px) {
        nav {
          position: fixed;
          inset: auto 0 0;
          height: auto;
          flex-direction: row;
          justify-content: space-around;
          gap: 0;
          padding: 5px 4px calc(5px + env(safe-area-inset-bottom));
          border-right: 0;
          border-top: 1px solid var(--line);
          z-index: 10;
        }
        .brand {
          display: none;
        }
        nav > a:not(.brand) {
          flex: 1;
          min-width: 0;
          min-height: 52px;
        }
        nav > a[aria-current]:not(.brand) {
          background: none;
        }
        .badge {
          right: calc(50% - 24px);
        }
      }
    `]}render(){let{reviews:e}=this.services.site.state;return k`<nav aria-label=${B(`nav.label`)}>
      <a class="brand" href="#/people">${fr}<span>${B(`app.name`)}</span></a>
      ${ur.map(({tab:t,icon:n})=>k`<a href="#/${t}" aria-current=${t===this.current?`page`:j}>
            <fr-icon path=${n}></fr-icon>${B(`nav.${t}`)}
            ${t===`review`&&e>0?k`<span class="badge" aria-label=${ft(`nav.open`,e)}>${e}</span>`:j}
          </a>`)}
    </nav>`}};Y([R()],dr.prototype,`current`,void 0),dr=Y([L(`fr-nav`)],dr);var fr=k`<svg viewBox="0 0 64 64" aria-hidden="true">
  <rect width="64" height="64" rx="15" fill="#2f5bd7"></rect>
  <g fill="none" stroke="#fff" stroke-width="4.5" stroke-linecap="round">
    <path d="M14 47c8-1 7-13 15-14s9-11 17-13" stroke-dasharray="0.1 8.5"></path>
    <circle cx="14" cy="47" r="4.5" fill="#fff"></circle>
    <circle cx="48" cy="18" r="6.5"></circle>
  </g>
</svg>`,$=class extends Z{constructor(...e){super(...e),this.wrong=!1,this.busy=!1}static{this.styles=[q,J,Vt,_`
      main {
        min-height: 100dvh;
        display: grid;
        place-content: center;
        padding: 20px;
      }
      form {
        width: min(420px, calc(100vw - 40px));
        display: grid;
        gap: 18px;
        padding: 32px;
      }
      .wrong {
        color: var(--bad);
      }
      code {
        font-size: 13px;
      }
    `]}render(){return k`<main>
      <form class="card" @submit=${e=>void this.#e(e)}>
        <h1>${B(`signin.title`)}</h1>
        <p class="muted">${B(`signin.why`)}</p>
        <label class="field"
          >${B(`signin.token`)}
          <input
            name="token"
            type="password"
            autocomplete="current-password"
            required
            autofocus
            aria-describedby="wrong"
        /></label>
        <p id="wrong" class="wrong" role="alert">${this.wrong?B(`signin.wrong`):j}</p>
        <label class="check"
          ><input name="keep" type="checkbox" />${B(`signin.keep`)}</label
        >
        <button class="primary" ?disabled=${this.busy}>${B(`signin.enter`)}</button>
      </form>
    </main>`}async#e(e){e.preventDefault();let t=new FormData(e.target),n=String(t.get(`token`)??``).trim();n!==``&&(this.busy=!0,await this.services.signIn(n,t.has(`keep`)),this.busy=!1)}};Y([R({type:Boolean})],$.prototype,`wrong`,void 0),Y([ut()],$.prototype,`busy`,void 0),$=Y([L(`fr-sign-in`)],$);var pr=class extends I{constructor(...e){super(...e),this.#e=new pe(this,{context:V}),this.services=null}#e;static{this.styles=[q,J,_`
      :host {
        display: block;
        min-height: 100dvh;
      }
      .frame {
        display: grid;
        grid-template-columns: 224px minmax(0, 1fr);
        min-height: 100dvh;
      }
      main {
        padding: 20px 32px 64px;
        max-width: 1480px;
        width: 100%;
        margin-inline: auto;
        outline: none;
      }
      .skip {
        position: fixed;
        left: 12px;
        top: -60px;
        z-index: 30;
      }
      .skip:focus {
        top: 12px;
      }
      .waiting {
        min-height: 100dvh;
        display: grid;
        place-content: center;
      }
      @media (max-width: 1000px) {
        .frame {
          grid-template-columns: 76px minmax(0, 1fr);
        }
      }
      @media (max-width: 700px) {
        :host {
          --bar-height: 64px;
        }
        .frame {
          display: block;
        }
        main {
          padding: 8px 16px calc(88px + env(safe-area-inset-bottom));
        }
      }
    `]}start(e){this.#e.setValue(e),this.services=e,H(this,()=>[e.site,e.router]),this.#n(e),e.router.start(),e.router.subscribe(()=>this.#r()),e.site.enter(),setInterval(()=>this.requestUpdate(),3e4)}render(){if(this.services===null)return j;let{gate:e}=this.services.site.state;return e===`open`?this.#t():e===`starting`?k`<div class="waiting" role="status">${B(`app.name`)}</div>`:e===`unreachable`?k`<main class="waiting">
        <fr-notice heading=${B(`offline.title`)} text=${B(`offline.never`)}>
          <button class="primary" @click=${()=>void this.services?.site.enter()}>
            ${B(`action.again`)}
          </button>
        </fr-notice>
      </main>`:k`<fr-sign-in .wrong=${e===`wrong-token`}></fr-sign-in><fr-toasts></fr-toasts>`}#t(){let e=this.services?.router.state.place??{path:[],params:new URLSearchParams},t=Bt(e);return k`<a class="button skip" href="#main" @click=${e=>this.#i(e)}
        >${B(`app.skip`)}</a
      >
      <div class="frame">
        <fr-nav .current=${t.tab}></fr-nav>
        <div>
          <fr-header></fr-header>
          <main id="main" tabindex="-1">${t.render(e)}</main>
        </div>
      </div>
      <fr-toasts></fr-toasts>`}#n(e){e.site.subscribe(()=>this.requestUpdate())}#r(){this.requestUpdate(),window.scrollTo({top:0})}#i(e){e.preventDefault(),this.renderRoot.querySelector(`main`)?.focus()}};Y([ut()],pr.prototype,`services`,void 0),pr=Y([L(`fr-app`)],pr);var mr=[`identities`,`sightings`,`health`,`reviews`,`searches`,`jobs`,`plan`];function hr(){let e=new URL(`api/`,new URL(`.`,location.href)).href,t=new ie(sessionStorage,localStorage),n=new r({base:e,token:()=>t.get(),onUnauthorized:()=>a.lock()}),i=new c({topics:mr,open:()=>{let n=`${e.replace(/^http/,`ws`)}ws`;return new WebSocket(n,l(t.get()))},later:(e,t)=>{let n=setTimeout(t,e*1e3);return()=>clearTimeout(n)}}),a=new ae({api:n,live:i,hasToken:()=>t.get()!==null,now:()=>Date.now()});return{api:n,live:i,site:a,router:new ne(window),pictures:new te({fetch:e=>n.blob(e),toUrl:e=>URL.createObjectURL(e),revoke:e=>URL.revokeObjectURL(e)}),toasts:new se(n,(e,t)=>setTimeout(t,e*1e3)),signIn:async(e,n)=>{t.keep(e,n),await a.enter(),a.state.gate!==`open`&&t.forget()},signOut:()=>{t.forget(),a.lock()}}}document.querySelector(`fr-app`)?.start(hr());export{Nn as $,un as A,qe as At,bn as B,Qt as C,ut as Ct,nn as D,j as Dt,tn as E,I as Et,hn as F,n as Ft,Tn as G,Sn as H,gn as I,On as J,En as K,_n as L,fn as M,me as Mt,pn as N,p as Nt,rn as O,A as Ot,mn as P,f as Pt,Mn as Q,vn as R,Zt as S,ft as St,en as T,L as Tt,Cn as U,xn as V,wn as W,An as X,kn as Y,jn as Z,Gt as _,vt as _t,er as a,zn as at,Yt as b,B as bt,rr as c,Hn as ct,Zn as d,Ht as dt,Pn as et,Xn as f,Vt as ft,Wt as g,bt as gt,Ut as h,xt as ht,sr as i,Rn as it,dn as j,_ as jt,an as k,k as kt,Jn as l,q as lt,Y as m,Ct as mt,ar as n,In as nt,ir as o,Bn as ot,Z as p,St as pt,Dn as q,cr as r,Ln as rt,Q as s,Vn as st,or as t,Fn as tt,qn as u,J as ut,Kt as v,H as vt,$t as w,R as wt,Xt as x,pt as xt,qt as y,V as yt,yn as z};