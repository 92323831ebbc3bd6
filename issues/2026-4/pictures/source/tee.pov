#version 3.7;
// Two tulip glasses of tea on a brass tray
#include "lib.inc"
Globals(1.0)
global_settings { max_trace_level 6 }
camera { location <0.3,5.8,-8> right x*image_width/image_height up y direction z look_at <0,0.5,0> angle 36 }
sky_sphere { pigment { gradient y color_map { [0 H(255,232,200)][0.5 H(255,246,230)][1 H(190,210,236)] } } }
light_source { <-7,8,2> color H(255,226,184)*1.5 area_light <1.6,0,0>,<0,0,1.6>,5,5 adaptive 1 jitter circular }
plane { y,-0.06 texture { pigment { H(24,96,104) } } }
object { RBox(<-40,-0.5,-9>,<40,-0.02,90>,0.02) texture { pigment { bozo color_map { [0 H(0,104,110)][1 H(0,122,124)] } scale 1.5 } normal { average normal_map { [1 gradient x 0.6 sine_wave scale 0.05][1 gradient z 0.6 sine_wave scale 0.05] } } finish { F_Matte } } }
// tray
union { lathe { cubic_spline 11,<-0.1,0.02>,<0,0.02>,<1.5,0.02>,<2.55,0.03>,<2.70,0.12>,<2.78,0.26>,<2.86,0.27>,<2.84,0.2>,<2.72,0.0>,<2.5,-0.03>,<0,-0.03> }
 #declare k=0; #while(k<3) torus { 0.85+k*0.75,0.014 translate y*0.035 } #declare k=k+1; #end
 #declare k=0; #while(k<36) torus { 0.12,0.012 translate <2.32,0.035,0> rotate y*k*10 } torus { 0.10,0.010 translate <1.2,0.03,0> rotate y*k*10 } #declare k=k+1; #end
 texture { pigment { H(196,130,50) } normal { bumps 0.03 scale 0.3 } finish { diffuse 0.34 specular 0.8 roughness 0.02 metallic reflection { 0.36 metallic } } } }
#macro Glass(P,RY)
union {
 // saucer
 lathe { cubic_spline 10,<-0.1,0.08>,<0,0.08>,<0.35,0.08>,<0.6,0.12>,<0.88,0.24>,<0.92,0.27>,<0.88,0.20>,<0.6,0.04>,<0.4,0.0>,<0,0.0> texture { pigment { H(250,244,234) } finish { F_Ceramic } } interior { ior 1.5 } }
 torus { 0.84,0.022 translate y*0.235 texture { pigment { H(200,40,44) } finish { F_Ceramic } } }
 #local k=0; #while(k<14) sphere { 0,1 scale <0.065,0.014,0.035> rotate z*16 translate <0.71,0.168,0> rotate y*k*360/14 texture { pigment { #if(mod(k,2)) H(200,40,44) #else H(238,168,52) #end } finish { F_Ceramic } } } #local k=k+1; #end
 // tulip glass (outer shell)
 difference {
  lathe { cubic_spline 11,<-0.1,0.10>,<0,0.10>,<0.30,0.11>,<0.36,0.2>,<0.42,0.45>,<0.34,0.82>,<0.325,0.98>,<0.40,1.25>,<0.50,1.50>,<0.50,1.52>,<0,1.52> }
  lathe { cubic_spline 10,<-0.1,0.20>,<0,0.20>,<0.28,0.22>,<0.33,0.30>,<0.375,0.46>,<0.30,0.82>,<0.285,0.98>,<0.36,1.25>,<0.475,1.53>,<0,1.6> }
  material { M_Glass } }
 torus { 0.488,0.014 translate y*1.515 texture { Brass } }
 // tea
 intersection { lathe { cubic_spline 10,<-0.1,0.205>,<0,0.205>,<0.275,0.225>,<0.325,0.30>,<0.37,0.46>,<0.295,0.82>,<0.28,0.98>,<0.355,1.25>,<0.47,1.53>,<0,1.6> } plane { y,1.28 } 
   texture { pigment { gradient y color_map { [0 srgbf <0.45,0.05,0.0,0.30>][0.5 srgbf <0.70,0.14,0.02,0.45>][1 srgbf <0.90,0.32,0.05,0.5>] } scale 1.35 } finish { diffuse 0.5 emission 0.08 specular 0.8 roughness 0.003 reflection { 0.02,0.4 fresnel on } conserve_energy } } interior { ior 1.33 } }
 // spoon
 union { sphere { 0,1 scale <0.17,0.03,0.10> } cylinder { <0.14,0.01,0>,<0.85,0.06,0>,0.022 } sphere { 0,1 scale <0.09,0.018,0.045> translate <0.88,0.06,0> } texture { Steel } rotate z*4 rotate y*30 translate <0.30,0.24,-0.55> }
 rotate y*RY translate P }
#end
Glass(<-0.95,0.04,0.42>,0) Glass(<0.98,0.04,-0.25>,28)
// sugar bowl
union { lathe { cubic_spline 9,<0.28,-0.01>,<0.3,0>,<0.32,0.06>,<0.52,0.26>,<0.56,0.40>,<0.53,0.42>,<0.42,0.22>,<0.1,0.12>,<0,0.12> texture { Copper } }
 #declare S=seed(5); #declare k=0; #while(k<9) object { RBox(<-0.13,-0.1,-0.1>,<0.13,0.1,0.1>,0.025) rotate <rand(S)*40-20,rand(S)*360,rand(S)*40-20> translate <0.24*cos(k*0.9)*(k<6),0.34+(k>5?0.2:0),0.24*sin(k*0.9)*(k<6)+(k>5?0.1*(k-7):0)> texture { pigment { H(254,252,246) } normal { granite 0.3 scale 0.08 } finish { diffuse 0.95 specular 0.2 } } } #declare k=k+1; #end translate <0.85,0.04,1.35> }
// two cubes on the tray
#declare k=0; #while(k<2) object { RBox(<-0.13,0,-0.1>,<0.13,0.2,0.1>,0.025) rotate y*(25+k*50) translate <-0.62+k*0.42,0.03,-1.25-k*0.17> texture { pigment { H(254,252,246) } normal { granite 0.3 scale 0.08 } finish { diffuse 0.95 } } } #declare k=k+1; #end
// lokum
#declare k=0; #while(k<3) object { RBox(<-0.2,0,-0.17>,<0.2,0.28,0.17>,0.06) rotate y*(k*37) translate <-1.55+k*0.40,0.03,-0.95-mod(k,2)*0.32+k*0.02> texture { pigment { #if(k=1) H(238,150,160) #else H(244,200,110) #end } normal { granite 0.15 scale 0.1 } finish { diffuse 0.9 specular 0.1 } } } #declare k=k+1; #end
