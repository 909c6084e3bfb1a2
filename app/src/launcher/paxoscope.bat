@echo off
rem Starts Paxoscope. Java 25 or newer comes from JAVA_HOME, or else from the PATH.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

rem What Java keeps of an earlier run, to start sooner; "prepare" makes it.
set "cache=%home%\lib\paxoscope.aot"
if /i "%~1"=="node" set "cache=%home%\lib\paxoscope-node.aot"
set "flag=-XX:AOTMode=auto"
if exist "%cache%" set "flag=-XX:AOTCache=%cache%"

if /i not "%~1"=="node" goto program
rem "shift" leaves %* as it is: cut off the first word by hand.
set "rest="
for /f "tokens=1,*" %%a in ("%*") do set "rest=%%b"
"%java%" "%flag%" -Xlog:aot*=off -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m -Xmn8m -XX:+ExitOnOutOfMemoryError -Djdk.serialFilter=!* -jar "%home%\lib\paxoscope-node.jar" %rest%
exit /b %errorlevel%

:program
rem The better compiler takes a third of the processor time of a start and pays only where there is much to
rem reckon: in what is done with a whole file.
set "compilers=1"
if /i "%~1"=="check" set "compilers=4"
if /i "%~1"=="compare" set "compilers=4"
if /i "%~1"=="export" set "compilers=4"
"%java%" "%flag%" -Xlog:aot*=off -XX:+UseSerialGC -XX:TieredStopAtLevel=%compilers% -Djdk.serialFilter=!* --enable-native-access=ALL-UNNAMED -cp "%home%\lib\*" paxoscope.Launcher %*
exit /b %errorlevel%
